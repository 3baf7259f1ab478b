"""Addresses of stories, articles, sources and search."""

from django.urls import path

from chancery.workbench.watch import views

urlpatterns = [
    path("stories/", views.stories, name="stories"),
    path("story/<path:ref>", views.story, name="story"),
    path("article/<path:ref>", views.article, name="article"),
    path("sources/", views.sources, name="sources"),
    path("sources/add/", views.add, name="add_source"),
    path("sources/keep/", views.keep, name="keep"),
    path("source/pause/<path:ref>", views.pause, name="pause_source"),
    path("source/resume/<path:ref>", views.resume, name="resume_source"),
    path("source/look/<path:ref>", views.look, name="look_at_source"),
    path("source/<path:ref>", views.source, name="source"),
    path("search/", views.search, name="search"),
]
