"""The names of days and months as patterns without groups, for patterns that ignore case."""

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
# In full or cut short, without the dot.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
