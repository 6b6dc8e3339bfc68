"""Links in rich text: to records and stories by their permanent address, to the web by theirs; never to a page id."""
