"""Documents from elsewhere made into manuscripts: a file, its text, its Markdown, its outline, its drafts, their places."""
