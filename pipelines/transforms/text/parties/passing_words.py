"""Words before a party that is told in passing, and weapons that do what their owners do."""

# "A bus carrying soldiers" does what the bus does.
CARRYING = (
    r"(?i)(?-u:\b)(?:carrying|escorting|transporting|ferrying|guarding|protecting|housing|holding|"
    r"targeting)\s+(?:[\w-]+\s+){0,3}$"
)
# "Mercenaries fighting alongside the army killed": whoever helps or is helped does not do it.
BESIDE_THEM = (
    r"(?i)(?-u:\b)(?:alongside|side by side with|backed by|supported by|aided by|assisted by|"
    r"accompanied by|together with|allied (?:with|to)|on the side of|with (?:the )?(?:help|support|"
    r"backing) (?:of|from))\s+(?:the\s+|local\s+)?(?:[A-Z][\w.-]*\s+(?:clan\s+)?)?$"
)
# "Gunmen disguised as soldiers" are none.
DISGUISED = (
    r"(?i)(?-u:\b)(?:disguised|dressed|posing|posed|masquerading|clad) (?:as|like|in)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}$"
)
WEAPONS = (
    r"(?i)(?:drones?|missiles?|rockets?|shells?|bombs?|jets?|warplanes?|helicopters?|tanks?|"
    r"aircraft|planes?|gunships?|artillery|mortars?)$"
)
ALONGSIDE = r"(?i)(?:alongside|on the side of|side by side)$"
