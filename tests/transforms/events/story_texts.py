"""Invented articles on one invented day in Darfur: an original and what others make of it."""

ORIGINAL = (
    "Paramilitary fighters overran the market town of Umm Sunta in North Darfur on Tuesday after "
    "two days of shelling.",
    "Residents reached by telephone described columns of pickup trucks entering from the western "
    "road shortly before dawn.",
    "At least 14 traders died when mortar rounds struck the grain market, a nurse at the rural "
    "hospital said.",
    "The army garrison withdrew towards Kebkabiya during the night, leaving behind two damaged "
    "armoured vehicles.",
    '"We woke up and the soldiers who guarded the wells for eleven years were simply gone from '
    'their posts," the teacher Halima Osman told the radio station.',
    "Aid workers suspended food deliveries to the town, where some 30,000 displaced people shelter "
    "in schools.",
    "The army spokesman called the retreat a redeployment and promised reinforcements from "
    "El Obeid within days.",
    "Umm Sunta sits on the only paved road between Kutum and the Chadian border crossing.",
)
PARAPHRASE = (
    "After two days of shelling, paramilitary fighters have seized Umm Sunta, a market town in "
    "North Darfur, on Tuesday.",
    "By telephone, residents spoke of columns of pickup trucks coming in by the western road just "
    "before dawn.",
    "A nurse at the rural hospital stated that at least 14 traders perished as mortar rounds hit "
    "the grain market.",
    "During the night the army garrison pulled back toward Kebkabiya and left two damaged armoured "
    "vehicles behind.",
    '"When we woke, the soldiers guarding our wells had vanished," teacher Halima Osman told the '
    "radio station.",
    "Food deliveries to the town have been suspended by aid workers; some 30,000 displaced people "
    "are sheltering in its schools.",
    "The retreat was called a redeployment by the army spokesman, who promised reinforcements from "
    "El Obeid in days.",
    "The only paved road linking Kutum with the Chadian border crossing runs through Umm Sunta.",
)
FOLLOW_UP = (
    "Families fleeing Umm Sunta have begun to arrive at camps across the Chadian border, the "
    "refugee agency reported on Thursday.",
    "Some had walked for two nights with goats and bedding, carrying water in cooking oil cans.",
    '"We woke up and the soldiers who guarded the wells for eleven years were simply gone from '
    'their posts," the teacher Halima Osman told the radio station.',
    "Her brother, a grain merchant, is still missing after the mortar fire that hit the market.",
    "Doctors in the camp at Tine treated forty children for dehydration on Wednesday alone.",
    "The agency asked donors for tents, blankets and fuel before the rains close the tracks.",
    "Paramilitary commanders have promised safe passage to anyone who wants to leave.",
)
OTHER = (
    "Army jets bombed a bridge near Kutum on Tuesday, cutting a supply route used by paramilitary "
    "fighters in North Darfur.",
    "Three drivers were wounded when a fuel tanker caught fire on the eastern approach.",
    "Engineers said the span could not carry trucks and would need weeks of repair.",
    "The army spokesman said the strike had been planned for a month.",
    "Local elders complained that farmers could no longer bring onions to the weekly market.",
    "A truce negotiated by tribal leaders in the area lapsed at the weekend.",
)
SHORT = (
    "Gunmen shot dead a customs officer in Umm Sunta late on Sunday, police said.",
    "No group has claimed the killing.",
)
SHORT_OTHER = (
    "Gunmen shot dead 2 customs officers in Umm Sunta late on Sunday, police said.",
    "No group has claimed the killing.",
)
