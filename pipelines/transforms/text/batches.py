"""Reads many articles in batches side by side: no article needs to know another."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import polars as pl

# Enough articles that preparing the phrases is little work beside reading, few enough for memory.
BATCH = 4_000
# Below this a batch costs more than it saves.
SMALLEST = 200


def in_batches(
    step: Callable[..., pl.DataFrame], *tables: pl.DataFrame, **others: object
) -> pl.DataFrame:
    """The step's results on batches of whole articles, in the order of article_id.

    tables: frames with article_id, the first of them holding every article; others: what each
    batch needs whole. Polars leaves much of a step of many small expressions to one core; batches
    in threads of their own keep all cores at work.
    """
    ids = tables[0].select(pl.col("article_id").unique().sort())
    n_cores = pl.thread_pool_size()
    size = max(SMALLEST, min(BATCH, -(-ids.height // n_cores)))
    if ids.height <= size:
        return undivided(lambda: step(*tables, **others))
    batches = [ids.slice(at, size) for at in range(0, ids.height, size)]

    def read(batch: pl.DataFrame) -> pl.DataFrame:
        own = (
            table.join(batch, on="article_id", how="semi", maintain_order="left")
            for table in tables
        )
        return undivided(lambda: step(*own, **others))

    with ThreadPoolExecutor(n_cores) as threads:
        return pl.concat(threads.map(read, batches))


def undivided(step: Callable[[], pl.DataFrame]) -> pl.DataFrame:
    """What the step gives, each of its expressions computed whole on the thread that asks for it.

    Polars does so inside a streaming query. Elsewhere it wakes its pool of threads for nearly every
    expression, which costs several times the work itself where frames are small.
    """
    query = pl.LazyFrame().map_batches(lambda _: step(), validate_output_schema=False)
    return query.collect(engine="streaming")
