"""What the figures of a file of answers must not fall below."""

from collections.abc import Mapping

from pipelines.evaluation.scores import Evaluation

# Held where a file of answers sets no floors: F1 of what was found, and no forbidden text read.
DEFAULT_FLOORS = {
    "territory": 0.8, "contested": 0.8, "control": 0.8, "control_counts": 0.8, "strength": 0.8,
    "casualties": 0.8, "attacks": 0.8, "planned_never_counted_as_done": 0.8, "must_not_appear": 1.0,
}  # fmt: skip


def shortfalls(result: Evaluation, floors: Mapping[str, float] | None) -> list[str]:
    """One line for each figure below its floor; empty where all hold.

    A floor is named section ("casualties": the claims as such) or section.field
    ("casualties.victim"), and is an F1. Figures that no answer speaks of are not held.
    """
    lines = []
    for name, floor in sorted((DEFAULT_FLOORS if floors is None else floors).items()):
        section, _, field = name.partition(".")
        score = result.scores.get((section, field))
        f1 = 0.0 if score is None else score.f1 or 0.0
        if score is not None and score.wanted and f1 < floor:
            lines.append(
                f"{name}: F1 {f1:.2f} is below {floor:.2f} ({score.right} right of "
                f"{score.wanted} wanted, {score.extracted} read)"
            )
    return lines
