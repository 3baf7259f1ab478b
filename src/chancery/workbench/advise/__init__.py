"""Conversations, papers, briefs and notes as rows."""
