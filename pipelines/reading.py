"""Reads a text at once, without a run: what is tagged in it, and what is claimed."""

import json
import tempfile
from pathlib import Path

from pipelines.outputs.tagged import Tagged
from pipelines.storage.lexicons import read_lexicons
from pipelines.storage.readers.documents import read_documents
from pipelines.transforms.text.articles import describe_articles
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.mentions import find_mentions
from pipelines.transforms.text.parts import mark_parts
from pipelines.transforms.text.sentences import split_sentences


def read_text(text: str, published_at: str | None, own_lexicons: Path | None) -> list[Tagged]:
    """One value per sentence read: its mentions and its claims, as a run would find them.

    The text goes the same way as an article's: parts that are no prose are left out. Empty where
    nothing in it is read. Raises ContractError where a row of the lexicons is broken.
    """
    lexicons = read_lexicons(own=own_lexicons)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.jsonl"
        file.write_text(json.dumps({"id": "text", "text": text, "published_at": published_at}))
        documents = read_documents([file]).documents
    parts = mark_parts(documents, lexicons)
    articles = describe_articles(documents, parts, lexicons)
    sentences = split_sentences(articles, parts, lexicons)
    mentions = find_mentions(articles, sentences, lexicons)
    claims = find_claims(articles, sentences, mentions, lexicons).sort("evidence_start", "claim_id")
    found = [frame.partition_by("sentence_id", as_dict=True) for frame in (mentions, claims)]
    return [
        Tagged(
            sentence["text"],
            sentence["start"],
            *(
                tuple(rows[key].to_dicts()) if (key := (sentence["sentence_id"],)) in rows else ()
                for rows in found
            ),
        )
        for sentence in sentences.sort("start", "sentence_id").to_dicts()
    ]
