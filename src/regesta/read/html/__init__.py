"""HTML taken to text: blocks, metadata, the main article's paragraphs, the other articles."""
