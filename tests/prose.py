"""Paragraphs of invented news, for tests of the pages around them."""

LEAD = (
    "Fighters of the Upland Front took the district of Karez on Friday after two days of "
    "shelling, the governor of the province told reporters."
)
SECOND = (
    "The army said that its soldiers had left the town in good order and would come back, and "
    "that nobody had been hurt on its side."
)
THIRD = (
    "Residents who had fled to the next valley spoke of burnt houses, a broken bridge and a "
    "road on which nobody dared to drive by night."
)
