"""Words of questions and labels that carry little or no meaning of their own. Data only."""

from assistant.understanding.words import listed

EMPTY: frozenset[str] = frozenset(
    listed("""
    va tala nån nåt typ liksom eh öh jo ja okej
    åt ifrån shares sedan sen
    och att det i på en ett den de som är av för med till har om inte kan så men var vi ni du jag han hon man sig
    sin sitt sina vad vem vilka vilken vilket när hur varför vars vilkas där dit från ska skulle vid under över mot
    mellan efter före utan inom eller ut in upp ner ned då nu här alla allt denna detta dessa dem dess deras vår
    vårt våra er ert era min mitt mina ha bli blir blev varit vara hade finns fanns finnas gör göra gjort gäller
    gälla kommer komma också bara just även än mer mest någon något några ingen inget inga all sådan sådana samma
    annan andra annat ju väl nog kanske egentligen vilja vill må länge hej tack snälla vänligen kunna berätta säga
    säg visa förklara beskriv beskriva lista nämn ge mig undrar fråga veta stor stort stora stod står mycket mycke
    många hög högt höga lång procent procents procentuellt andel andelen del kronor kr krona tkr mnkr mkr msek sek
    tusen miljon miljoner år året åren årets per s k etc ca cirka ungefär bland ihop helhet tillsammans enligt
    utifrån avseende gällande angående beträffande kring vilkens samt dels både antingen respektive såväl the a an
    of to for and or is are was were be been do does did how much many what which who whom whose when where why from
    by on at it its their they them this that these those there has have had can could would will shall should may
    please tell me us you we as with about into than then not any some total altogether percent percentage share
    proportion part large big high amount according year years give list name explain describe show
    """)
)
"""Words that carry no meaning of their own in a question."""

FRAME: frozenset[str] = frozenset(
    listed("""
    totalsumma totalsumman planer planerna planernas
    budget budgeten budgetens budgeterad budgeterade budgeterat budgeteras budgeterar budgeterades plan planen
    planens planerad planerat planeras planerar verksamhetsplan verksamhetsplanen treårsplan treårsplanen årsplan
    flerårsplan dokument dokumentet tabell tabellen tabeller budgettabell budgettabeller rad raden post posten
    poster siffra siffran belopp beloppet summa summan total totalt totala totalen sammanlagt sammanlagda
    sammantaget samlad samlade samlat förbund förbundet förbundets kommunalförbund kommunalförbundet
    kommunalförbundets organisation organisationen anslag anslaget uppnå uppnår åstadkomma nå göras görs gjorts göra
    lyft lyfter lyfts lyfta lyfte ange anger anges angetts nämns pekas pekar sätts satt satta sätta formulerats
    listas erbjuder erbjuda driver driva drivs genomför genomförs innehåller innehålla bygger tillhandahåller tänker
    vill önskar behöver behövs måste bör står stå hittar hittas tagits tagit fram får få fick fått ger gav går gå
    gått gick ligger ligga lägger lägga lagt avsätter avsätta avsätts avsatt använder används använda uppgår uppgå
    uppgick beräknas beräknar räknar kostar kosta kostade betalar betala betalat betalade tar ta tas ingår ingå
    innebär avsedd beviljas tilldelas erhåller erhålla motta mottar satsar satsas handlar jämfört jämförelse jämföra
    jämför föregående förra nästa kommande närmaste tre två fyra fem sex period perioden planperioden första sista
    senaste medel medlen medlens pengar pengarna skillnad skillnaden förändring förändringen förändras förändrats
    andel andelar utgör utgöra motsvarar omfattar heltid hör hörs tillhör nuvarande aktuell aktuella idag verkligen
    exakt arbetar arbeta jobbar jobba igenom genomgår varifrån vartill egen eget egna olika hela helt gemensamt
    receive receives received get gets got pay pays paid cost costs spend spends budgeted planned allocated allocate
    association organization federation document table sum amount amounts go goes going set aside compared change
    difference next last previous coming
    """)
)
"""Words of a question about a plan that need not stand beside the answer."""

TOTAL: frozenset[str] = frozenset(
    listed("""
    totalsumma totalsumman
    summa summan total totalt totala totalen sammanlagt sammanlagda sammantaget samlad samlade samlat hela alla
    tillsammans altogether together combined overall whole entire
    """)
)
"""Words that ask for, or name, a whole rather than a part."""

SUM_LABELS: frozenset[str] = frozenset(
    listed("""
    summa total totalt totala totalen samtliga sammanlagt tkr kr mnkr kronor
    """)
)
"""Words of a row's label that only say that it is a sum, or its unit."""

NARROWING: frozenset[str] = frozenset(
    listed("""
    övrig övriga andra annan externa interna extern intern direkta indirekta rörlig rörliga fast fasta ej särskild
    särskilda
    """)
)
"""Words of a label that make it another row than the one without them."""

WHOLE: frozenset[str] = frozenset(
    listed("""
    samlad samlade total totala totalt hela förbundet förbundets gemensam övergripande
    """)
)
"""Words in the name of a plan's own level, which is no unit of it."""
