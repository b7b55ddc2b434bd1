"""Words of courtesy and of telling, which people wrap round what they ask. Data only."""

from assistant.understanding.words import listed

TELLING: frozenset[str] = frozenset(
    listed("""
    veta vet vetat veta berätta berättar berättade säga säger säg upplysa upplyser upplys upplysning upplysningar tala
    talar förklara förklarar förklara förklara undra undrar undrade ange anger angav angiva redogöra redogör redovisa
    beskriva visa förtydliga meddela delge informera klargöra svara besvara höra fråga frågar fråga klura funderar
    fundera fundera förstå begripa ta få söker räkna beräkna uppskatta reda besked uppgift uppgiften uppgifter
    information svar svaret fråga frågan nybörjarfråga hjälpa hjälp hjälper hitta se kolla kika titta slå
    tell know wonder wondering explain say ask asking find learn see inform clarify understand work figure check
    question hear idea calculate
    """)
)
"""Words for telling, asking and finding out, one of which leads to what is asked."""

COURTEOUS: frozenset[str] = frozenset(
    listed("""
    hej hejsan hallå tjena tja god dag morgon hörru hördu hörni du ni er dig mig oss jag vi man nån någon gärna snäll
    snälla snällt vänlig vänliga vänligen vänligt vänlighet möjlig möjligt möjligen möjligtvis möjlighet tacksam
    tacksamma tacksamt tack uppskatta uppskattar uppskattas uppskattat ursäkta förlåt ledsen störa stör ber be bett
    bedja kan kunde kunna skulle skall ska vill ville vilja vore är vara får fick få fått måste behöver behövde bra
    skönt fint roligt trevligt intressant kul bara lite mer närmare gång snabbt snabb kort enkelt korta fundering
    hoppas hoppats önskar önskade hjälpa hjälp hjälpsam med att om ifall så och men för till det den detta en ett mig
    i av hur på upp ut fram igen möjliga förhand gälla tid stund ögonblick minut besvär besväret dum dumt nyfiken
    egentligen liksom alltså asså typ ju väl nog då nu kanske eventuellt snarast råkar möjligtvis som där här direkt
    ungefär exakt precis cirka
    sig mitt min våra min vår framgår finns går låter lov går uppmärksam uppmärksamma
    hi hello hey dear please kindly could can would will may might you me us i we my our d ll m like love want wish
    grateful appreciate appreciated it if whether is be to so kind nice good enough for thanks thank advance sorry
    excuse trouble bother happen mind just quick quickly possible possibly perhaps maybe help need hope any have the a
    let with out about of and but do on that am glad happy be much very curious telling giving there interested
    """)
)
"""Words that carry nothing but the tone of a request; what is asked may use them too, but not before it begins."""

FILLERS: frozenset[str] = frozenset(
    listed("""
    hörru hördu hörni du hej hejsan hallå tjena asså alltså typ liksom ursäkta förlåt snälla jo ja öh eh hi hello hey
    please
    """)
)
"""What is said to be heard before one asks, with no word of telling."""

INTERROGATIVES: frozenset[str] = frozenset(
    listed("""
    hur vad vilken vilket vilka vem vems när var vart varför varifrån hurdan
    how what which who whose whom when where why
    """)
)
"""Words that begin a clause that asks."""

BEFORE_ASKING: frozenset[str] = frozenset(listed("med by"))
"""Prepositions that belong to the question word after them."""

WHETHER: frozenset[str] = frozenset(listed("om ifall huruvida whether if"))
"""Words that begin a clause that asks for yes or no, after a word of telling."""

MOVED_VERBS: frozenset[str] = frozenset(
    listed("""
    är var blir blev kostar kostade betyder står innebär heter gör har hade ska ligger låg uppgår uppgick finansieras
    ökar minskar stiger sjunker höjs sänks används bildades beslutas följs består arbetar får fick betalar budgeterar
    räknas utgör omfattar menas avses omsätter finns gäller ingår beräknas stod hamnar landar styrs leds
    is are was were does means mean costs cost stands stand
    """)
)
"""Verbs that stand last in a clause that is told of, and second in the same one asked outright."""
