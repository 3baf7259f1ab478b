"""Addresses of Today, briefs, conversations, papers and our own records."""

from django.urls import path

from chancery.workbench.advise import views, views_conversations, views_papers

urlpatterns = [
    path("", views.today, name="today"),
    path("briefs/", views.briefs, name="briefs"),
    path("briefs/write/", views.compose, name="compose"),
    path("brief/say/<path:ref>", views.say_more, name="say"),
    path("brief/move/<path:ref>", views.move, name="move"),
    path("brief/take-out/<path:ref>", views.take_out, name="take_out"),
    path("brief/release/<path:ref>", views.release, name="release"),
    path("brief/export/<path:ref>/<int:version>/<slug:form>", views.export, name="export"),
    path("brief/<path:ref>", views.brief, name="brief"),
    path("papers/", views_papers.papers, name="papers"),
    path("paper/status/<path:ref>", views_papers.paper_status, name="paper_status"),
    path("record/<path:ref>", views_papers.record, name="record"),
    path("note/", views_conversations.note, name="note"),
    path("conversations/", views_conversations.conversations, name="conversations"),
    path("conversations/new/", views_conversations.new, name="new_conversation"),
    path("conversation/edit/<path:ref>", views_conversations.edit, name="edit_conversation"),
    path("conversation/<path:ref>", views_conversations.conversation, name="conversation"),
]
