"""Addresses of stories, articles and sources."""

from django.urls import path

from chancery.workbench.watch import views, views_links

urlpatterns = [
    path("stories/", views.stories, name="stories"),
    path("story/<path:ref>", views.story, name="story"),
    path("article/<path:ref>", views.article, name="article"),
    path("belongs/<path:ref>", views_links.belongs, name="belongs"),
    path("apart/<path:ref>", views_links.apart, name="apart"),
    path("repair/<int:key>/do/", views_links.accept, name="accept_repair"),
    path("repair/<int:key>/no/", views_links.refuse, name="refuse_repair"),
    path("sources/", views.sources, name="sources"),
    path("sources/add/", views.add, name="add_source"),
    path("sources/list/", views.bring_list, name="bring_list"),
    path("sources/sources.opml", views.hand_list, name="hand_list"),
    path("sources/keep/", views.keep, name="keep"),
    path("source/edit/<path:ref>", views.edit, name="edit_source"),
    path("source/pause/<path:ref>", views.pause, name="pause_source"),
    path("source/resume/<path:ref>", views.resume, name="resume_source"),
    path("source/look/<path:ref>", views.look, name="look_at_source"),
    path("source/<path:ref>", views.source, name="source"),
]
