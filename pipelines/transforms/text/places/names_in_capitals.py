"""Names of places that no gazetteer lists, in texts in capitals: what its noun says is a place,
"in the X neighborhood", "the town of X". Elsewhere capitals tell names from words."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons

NAME_WORD = r"[A-Z][A-Z'\x{2019}-]+"
TOWNS = (
    "NEIGHBORHOOD|NEIGHBOURHOOD|JURISDICTION|MUNICIPALITY|VILLAGE|TOWN|HAMLET|CANTON|COMMUNITY|"
    "TOWNSHIP|SUBURB|DISTRICT|PROVINCE|SETTLEMENT|CORREGIMIENTO"
)
LEAD = "IN|AT|NEAR|AROUND|FROM|INTO|THROUGH|AND|OF|ON|INVADED|ATTACKED|BOMBED|STRAFED|SHELLED"
# What an area or a village is like: "the exclusive X neighborhood".
LIKE = (
    "SMALL|LARGE|BIG|POOR|RICH|WEALTHY|ENTIRE|WHOLE|EXCLUSIVE|ELEGANT|RESIDENTIAL|RURAL|URBAN|"
    "BORDER|FRONTIER|METROPOLITAN|POPULATED|DENSELY-POPULATED|LOW-INCOME|HIGH-INCOME|INHABITED|"
    "UNINHABITED|MILITARY|CIVILIAN|POLITICAL|ECONOMIC|FINANCIAL|COMMERCIAL|BUSINESS|BANKING|"
    "INDUSTRIAL|AGRICULTURAL|JUDICIAL|RELIGIOUS|INTERNATIONAL|NATIONAL|LOCAL|REGIONAL|DOWNTOWN|"
    "CENTRAL|JUNGLE|MOUNTAIN|MOUNTAINOUS|COASTAL|COAST|ANDEAN|VALLEY|PLATEAU|SLUM|HOUSING|"
    "MIDDLE-CLASS|WORKING-CLASS|STRATEGIC|IMPORTANT|IMMEDIATE|SURROUNDING|OUTLYING|NEARBY|"
    "NEIGHBORING|NEIGHBOURING|REMOTE|ISOLATED|FORMER|FARMING|MINING|CATTLE|COFFEE|COCA|OIL|"
    "PEASANT|INDIAN|OTHER|SAME|DIFFERENT|CERTAIN|PARTICULAR|AFFECTED|[A-Z]+(?:IFIC|OUS|IVE|ABLE|IBLE)|"
    "[A-Z]+ERN|[A-Z]+-CENTRAL|[A-Z]+LY"
)
# What may follow a name: the end of its part of the sentence.
ENDED = (
    r"((?:[,.;:)]|$| (?:IN|ON|AT|WHERE|NEAR|TODAY|YESTERDAY|THIS|LAST|BY|WAS|WERE|AND|AFTER|WHEN|"
    r"BUT|WITH|DURING|WHILE|THAT|HAS|HAVE|HAD|AS|TO|FROM|INTO|FOR|APPROXIMATELY|LATE|EARLY)"
    r"[^A-Z]))"
)
# "In the X neighborhood", "in the X area", "in X and Y districts"
BEFORE_NOUN = (
    rf"((?:^|[^A-Z])(?:{LEAD}) (?:THE |AN? )?(?:(?:{LIKE}) ){{0,3}})"
    rf"((?:{NAME_WORD} ){{0,3}}?{NAME_WORD})( (?:{TOWNS}|AREA|SECTOR|ZONE)(?:[^A-Z]|$))"
)
# "The town of X, in Y department"
BEHIND_NOUN = (
    rf"((?:^|[^A-Z])(?:{TOWNS}|CITY|PORT|LOCALITY) OF (?:THE )?)"
    rf"((?:{NAME_WORD} ){{0,3}}?{NAME_WORD}){ENDED}"
)
# "In the area of X, where", "a place known as X"
AREA_OF = (
    rf"((?:^|[^A-Z])(?:{LEAD}) (?:THE |AN? )(?:(?:{LIKE}) ){{0,2}}(?:(?:AREA|SECTOR|ZONE|VICINITY|"
    r"OUTSKIRTS) OF|(?:AREA|SECTOR|ZONE|PLACE|SITE|SPOT) (?:KNOWN AS|CALLED)) )"
    rf"((?:{NAME_WORD} ){{0,3}}?{NAME_WORD}){ENDED}"
)
# "At X, Y jurisdiction", "near X, in the northern department of Y"
OF_UNIT = (
    r"((?:^|[^A-Z])(?:IN|AT|NEAR|ON|OUTSIDE|AROUND) (?:THE )?)"
    rf"((?:{NAME_WORD} ){{0,3}}?{NAME_WORD})"
    rf"(, (?:(?:ALSO )?IN )?(?:THE )?(?:(?:NORTH|SOUTH|EAST|WEST|CENTRAL)[A-Z]* )?"
    rf"(?:{NAME_WORD} ){{1,4}}?(?:DEPARTMENT|PROVINCE|JURISDICTION|MUNICIPALITY|CANTON)[^A-Z])"
)
UNIT_BEHIND = (
    rf"(, )((?:{NAME_WORD} ){{0,3}}?{NAME_WORD})( (?:JURISDICTION|MUNICIPALITY|CANTON)(?:[^A-Z]|$))"
)
# Spanish words open or join no English name: "in Lomas Verdes", "entered Plan del Mango".
SPANISH = (
    "EL|LA|LAS|LOS|SAN|SANTA|SANTO|CIUDAD|COLONIA|BARRIO|CERRO|LOMAS?|QUEBRADA|HACIENDA|FINCA|"
    "CANTON|PLAN|VILLA|PUERTO|NUEVA|NUEVO|LLANO|VEREDA|TINGO|PAMPA|CANO|RIO"
)
SPANISH_NAME = (
    rf"((?:^|[^A-Z])(?:IN|AT|NEAR|ENTERED|OCCUPIED|BOMBED|STRAFED|OUTSIDE) )"
    rf"((?:{SPANISH}) (?:(?:DE|DEL|LA|LAS|LOS|EL) ){{0,2}}{NAME_WORD}(?: {NAME_WORD})??|"
    rf"{NAME_WORD} (?:DE|DEL|DE LA|DE LOS|DE LAS) {NAME_WORD}){ENDED}"
)
# Newspapers and stations are called so, too.
PRINTED = (
    r"(?:^|\s)(?:DIARIO|PRENSA|HORA|NACION|TIEMPO|ESPECTADOR|SIGLO|MERCURIO|REPUBLICA|UNIVERSAL|"
    r"COMERCIO|TIEMPOS|CRONICA|VOZ|RED|TRIBUNA|OPINION|ESTRELLA|MUNDO|PAIS|GRAFICO|HERALDO|"
    r"UNIVERSIDAD|CASA|RADIO|CADENA)(?:\s|$)"
)
# What no name ends in: "attacked in San Miguel continue", "at the X Y hotel".
NO_TAIL = (
    rf"\s(?:{TOWNS}|AREAS?|REGION|DEPARTMENT|STREET|AVENUE|ROAD|HIGHWAY|BASE|HOSPITAL|SQUARE|HOTEL|"
    r"PATH|AIRPORT|UNIVERSITY|[A-Z]+ED|REPORTS?|SAID|SAYS?|BEGAN|NOW|DUE|ALONG|ITSELF|WE|THEY|HE|SHE|IT|ALSO|"
    r"CONTINUES?|LEFT|TOOK|CAME|WENT|MADE|TODAY|BECAUSE|SINCE|UNTIL|WILL|CAN|MAY|CHILE)$"
)
PARTICLES = r"(?:EL|LA|LAS|LOS|DE|DEL|SAN|SANTA|SANTO)"
# Words that no such name has.
NO_NAME = (
    rf"(?:^|\s)(?:{LIKE}|THE|THAT|THIS|THESE|THOSE|AN|EVERY|EACH|ANOTHER|SEVERAL|VARIOUS|SOME|"
    r"MANY|MOST|ALL|ANY|FEW|TWO|THREE|FOUR|FIVE|THEIR|HIS|HER|ITS|OUR|WHOSE|WHICH|WHERE|IN|ON|AT|"
    r"OF|BY|TO|AND|OR|FOR|WITH|FROM|NEAR|AMONG|BETWEEN|WHILE|WHEN|WAS|WERE|IS|ARE|BEEN|HAS|HAVE|"
    r"HAD|NOT|CLASS|REPRISAL|RETALIATION|RESPONSE|RETURN|CLASHES|BATTLES|TRADE|FUERZAS|ARMADAS|"
    r"PEACE|COMBAT|WAR|CONFLICT|DISASTER|EMERGENCY|TARGET|DROP|SECURITY|"
    r"[A-Z]+['\x{2019}]S|PORT|CITY|TOWN|VILLAGE|UNIVERSITY|STUDENT|ENEMY|REBEL|GUERRILLA|ARMY|"
    r"POLICE|CANAL|ENTERPRISE|EUROPEAN|JESUIT|LEFTIST|RIGHTIST|VERY|MORE|LESS|MORNING|NIGHT|HEART|"
    r"CENTER|PART|PARTS|SIDE|[A-Z]+ING|[A-Z]{3,}(?:ULAT|OUND|ECT)ED|[A-Z]+(?:ENCE|TION|MENT)|"
    r"(?:NORTH|SOUTH)?(?:EAST|WEST)?|NORTH|SOUTH)(?:\s|$)"
)


def names_in_capitals(shaded: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Places that their noun says are such, in sentences in capitals: text_no, start, end, kind
    place, sense unresolved.

    shaded: text_no and text.
    """
    texts = shaded.filter(~pl.col("text").str.contains(r"\p{Ll}{2}")).select(
        "text_no", text=pl.col("text").str.replace_all(r"\s", " ")
    )
    typed = texts.filter(
        pl.col("text").str.contains(f"{TOWNS}|AREA|SECTOR|ZONE|CITY|PORT|LOCALITY|DEPARTMENT")
    )
    by_noun = (BEFORE_NOUN, BEHIND_NOUN, AREA_OF, OF_UNIT, UNIT_BEHIND)
    found = pl.concat(
        [
            *(named_by(typed, pattern) for pattern in by_noun),
            named_by(texts, SPANISH_NAME),
        ]
    )
    # "The Guatemalan town of X"
    peoples = lexicons.place_names.filter("is_demonym")["phrase"].str.to_uppercase().implode()
    is_people = pl.col("name").str.split(" ").list.eval(pl.element().is_in(peoples)).list.any()
    return (
        found.filter(~is_people)
        .unique()
        .select("text_no", "start", "end", kind=pl.lit("place"), sense=pl.lit("unresolved"))
    )


def named_by(texts: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """text_no, name, start and end of what the second group of a pattern finds."""
    matches = (
        texts.with_columns(match=pl.col("text").str.extract_all(pattern))
        .explode("match", empty_as_null=False)
        .with_columns(group=pl.col("match").str.extract_groups(pattern))
        .unnest("group")
        .rename({"1": "lead", "2": "name"})
    )
    at = pl.col("text").str.split(pl.col("match")).list.first().str.len_chars()
    start = (at + pl.col("lead").str.len_chars()).cast(pl.Int64)
    return matches.filter(
        ~pl.col("name").str.contains(f"{NO_NAME}|{PRINTED}|{NO_TAIL}"),
        ~pl.col("name").str.contains(rf"\s{PARTICLES}$"),
    ).select(
        "text_no", "name", start=start, end=start + pl.col("name").str.len_chars().cast(pl.Int64)
    )
