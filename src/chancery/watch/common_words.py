"""Words of grammar that say nothing of what a text is about, for languages whose short words a young stream takes for rare."""

from types import MappingProxyType
from typing import Final

_LISTS: Final = {
    "en": """
        a an the of in on at to for and or but with by from as is are was were be been has have had it its this that
        these those he she his her they their them i you your we our us not no will would can could may might should
        do does did after before over under into out up down off about against between during more most than then who
        whom which what when where why how all any some such only own same so too very just also new says said say
        amid near
    """,
    "fr": """
        le la les de du des un une et ou mais dans sur par pour avec sans en au aux ce cet cette ces il elle ils elles
        son sa ses leur leurs qui que quoi dont est sont ete etait sera ont pas ne plus moins apres avant entre selon
        ainsi comme se d l s n qu
    """,
    "es": """
        el la los las de del un una y o pero en sobre por para con sin al este esta estos estas su sus que quien es
        son fue ser ha han no mas menos tras antes entre segun como se lo le ya desde hasta
    """,
    "pt": """
        o a os as de do da dos das um uma e ou mas em no na nos nas por para com sem ao seu sua que quem foi ser tem
        nao mais apos antes entre como se
    """,
    "de": """
        der die das den dem des ein eine einer eines einem einen und oder aber in im an am auf aus bei mit nach von
        vom zu zum zur fur uber unter vor ist sind war wird werden hat haben nicht auch sich sie er es als wie dass
    """,
    "it": """
        il lo la i gli le di del della dei delle un una uno e o ma in nel nella su per con senza al alla che chi e
        sono era stato ha hanno non piu dopo prima tra fra come si
    """,
    "ru": """
        и в во на с со по из за от до для о об к ко у не что как его ее их это этот эта эти он она они был была были
        будет есть после перед между при также но или же бы уже более менее который которая которые
    """,
    "uk": """
        і й в у на з із по за від до для про та що як його її їх це цей ця ці він вона вони був була були є після
        перед між також але
    """,
    "ar": """
        في من على إلى عن مع أن إن ان هذا هذه ذلك التي الذي كان كانت قد لا ما بعد قبل بين كما أو ثم حتى عند وقال قال
        إنه
    """,
    "vi": """
        va cua la cac nhung mot cho trong ngoai voi tu den tai ve khi nay do da dang se duoc bi khong con cung nhu
        theo tren duoi sau truoc giua nam ngay co o ra vao lai neu thi ma hon nguoi
    """,
    "id": """
        yang di ke dari dan atau dengan untuk pada dalam oleh ini itu adalah akan telah tidak juga serta setelah
        sebagai
    """,
    "nl": "de het een van in op aan te voor en of maar met door uit is zijn was heeft niet ook na bij over",
}

COMMON_WORDS: Final = MappingProxyType({lang: frozenset(words.split()) for lang, words in _LISTS.items()})
"""Folded words of grammar by ISO 639-1 language."""
