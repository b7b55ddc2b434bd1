"""Words of questions and labels that carry little or no meaning of their own. Data only."""

from assistant.understanding.words import listed

EMPTY: frozenset[str] = frozenset(
    listed("""
    va varav via slags sorts ännu tala nån nåt typ liksom eh öh jo ja okej åt ifrån shares sedan sen och att det i
    på en ett den de som är av för med till har om inte kan så men var vi ni du jag han hon man sig sin sitt sina
    vad vem vilka vilken vilket när hur varför vars vilkas där dit från ska skulle vid under över mot mellan efter
    före utan inom eller ut in upp ner ned då nu här alla allt denna detta dessa dem dess deras vår vårt våra er ert
    era min mitt mina ha bli blir blev varit vara hade finns fanns finnas gör göra gjort gäller gälla kommer komma
    också bara just även än mer mest någon något några ingen inget inga fler färre båda bägge miljard miljarder mdkr
    million millions billion billions all sådan sådana samma annan andra annat ju väl nog kanske egentligen vilja
    vill må länge hej tack snälla vänligen kunna berätta säga säg visa förklara beskriv beskriva lista nämn ge mig
    undrar fråga veta stor stort stora stod står mycket mycke många hög högt höga lång procent procents procentuellt
    andel andelen del kronor kr krona tkr mnkr mkr msek sek tusen miljon miljoner år året åren årets per s k etc ca
    cirka ungefär bland ihop helhet tillsammans enligt utifrån avseende gällande angående beträffande kring vilkens
    samt dels både antingen respektive såväl the a an of to for and or is are was were be been do does did how much
    many what which who whom whose when where why from by on at it its their they them this that these those there
    has have had can could would will shall should may whether please tell me us you we as with about into than then
    not any some total altogether percent percentage share genom redan endast enbart alltså dock istället främst
    framför framförallt såsom exempelvis faktiskt omkring drygt knappt fortfarande hittills numera närmare därför
    själv själva tänkt tänkta menar mena säger sägs brukar runt during between within through before after if
    because so such my our your he she also only still currently each both say says said stated sådär alltså igång
    bort dock ändå faktiskt redan fortfarande ens istället stället därför därmed dessutom hittills hellre helst
    snarare precis ganska förresten hallå hejsan tjena ursäkta snabbt procentuell procentuella sagt uttryckt räknat
    omräknat ju väl visst nja hm åtminstone totalt sett sett fullt ibland alltid aldrig genast strax förr sen senare
    tidigare innan medan eftersom däremot bortsett oss igen nej borde hans hennes väldigt tillbaka flera känns
    verkar verkade gärna ute snart emot samtidigt skall tills annars heller tyvärr alls möjligt tydligen dig dom
    ditt dina din honom henne ofta klart direkt bäst säkert vare förut plötsligt äntligen därefter följande
    ser ytterst
    naturligtvis undan varken framåt givetvis sällan överens ifall nyss troligen antagligen därifrån nyligen stör
    återigen tvärtom nämligen delvis egentliga vanligtvis normalt oftast plus minus samman pass hos bakom gentemot
    inför genom runt trots inkl inklusive jämte intill utöver ovanpå framöver åt varandra varann varje vardera envar
    var stycket styck pga bl osv dvs ungefärlig ungefärliga runt omkring drygt knappt nästan maximalt åt exempelvis
    tex bra års rejält kraftigt markant ordentligt avsevärt betydligt väsentligt sådant inräknade inräknad inräknat
    medräknade medräknad medräknat borträknade borträknad borträknat i'd like know knows wonder wondering just only so
    very each every over between comes come covers cover
    available if any i am new here again also both either neither no yes such same because while during within
    across per number i've we've you'd it's what's there's roughly approximately exactly anything something
    currently planned expected estimated towards toward worth spent spending looking look find found around still
    ever then put number approximate approximately roughly thousand thousands including included cent kindly could
    thanks thank hi hello want wants need needs let lets say says said see tells told proportion part parts earlier
    previously must large big high amount according year years give list name explain describe show
    """)
)
"""Words that carry no meaning of their own in a question."""

FRAME: frozenset[str] = frozenset(
    listed("""
    budgetår budgetåret budgetåren planår planåret planåren verksamhetsår verksamhetsåret räkenskapsår
    räkenskapsåret kalenderår kalenderåret anledning anledningen sätt sättet nota notan satsning satsningen
    satsningar satsningarna satsningens arbete arbetet grund hamnar hamna hamnade landar landa landade förord
    förordet inledning inledningen kapitel kapitlet avsnitt avsnittet konkret konkreta uppskattas bedöms spenderar
    disponerar slag typer kallas kallad kallade heter framgår beskrivs omnämns redovisas presenteras sker ske skett
    händer samtliga vardera varsin sammanräknat sammanräknade hopräknat hopräknade utgörs låg legat nivå nivån
    totalsumma totalsumman planer planerna planernas budget budgeten budgetens budgeterad budgeterade budgeterat
    budgeteras budgeterar budgeterades plan planen planens planerad planerat planeras planerar verksamhetsplan
    verksamhetsplanen treårsplan treårsplanen årsplan flerårsplan dokument dokumentet tabell tabellen tabeller
    budgettabell budgettabeller rad raden post posten poster siffra siffran belopp beloppet summa summan total
    totalt totala totalen sammanlagt sammanlagda sammantaget samlad samlade samlat förbund förbundet förbundets
    kommunalförbund kommunalförbundet kommunalförbundets organisation organisationen anslag anslaget uppnå uppnår
    åstadkomma nå göras görs gjorts göra lyft lyfter lyfts lyfta lyfte ange anger anges angetts nämns pekas pekar
    sätts satt satta sätta formulerats listas erbjuder erbjuda driver driva drivs genomför genomförs innehåller
    innehålla bygger tillhandahåller tänker vill önskar behöver behövs måste bör står stå hittar hittas tagits tagit
    fram får få fick fått ger gav går gå gått gick ligger ligga lägger lägga läggs lagt läggas avsätter avsätta
    avsätts avsatt använder används använda uppgår uppgå uppgick beräknas beräknar räknar kostar kosta kostade
    betalar betala betalat betalade tar ta tas ingår ingå innebär avsedd beviljas tilldelas erhåller erhålla motta
    mottar satsar satsas handlar jämfört jämförelse jämföra jämför föregående förra nästa kommande närmaste tre två
    fyra fem sex period perioden planperioden första sista senaste medel medlen medlens pengar pengarna skillnad
    skillnaden förändring förändringen förändras förändrats andel andelar utgör utgöra motsvarar omfattar heltid hör
    hörs tillhör nuvarande aktuell aktuella idag verkligen återfinns återfinna placeras placerad placerat sorterad
    komplett fullständig fullständigt punkter punktform uppräknat kort kortfattat kortfattad enkelt snabbt lite nytt
    hinna hinner hann hunnit hinns
    begreppet ordet uttrycket begrepp uttryck sorts lyder lyda formulerat formulerad formuleras formulerade sorteras
    sorterar hemma tack enda hoppas föra förväntar rabbla tänker tänks uttryckt uttrycks exakt arbetar arbeta jobbar
    jobba igenom genomgår varifrån vartill egen eget egna olika hela helt gemensamt indelad indelade uppdelad
    uppdelade extra fullvärdig genomföra make makes making made apply applies form forms face faces facing major lie
    lies lying located situated exactly actually run runs running whole up expect expects come comes take takes
    taken make made used spent kind kinds type types called proposed plans one two three four five six seven eight
    nine ten preface foreword chapter section receive receives received get gets got pay pays paid cost spend spends
    budgeted planned allocated allocate association organization federation document table sum amount amounts go
    goes going set aside compared change difference next last previous coming
    uppfylld uppfyllt uppfyllda uppfyllas uppfylls uppge uppges uppger sant sanna sanning talas pratas samband
    förhållande ställning fall förutom sorters par bilda bildar rymmer rymma rymms tiotals hundratals datum datumet
    femtiotalet sextiotalet sjuttiotalet åttiotalet nittiotalet nollnolltalet tiotalet tjugotalet
    people persons signed joined position relation true date dates
    """)
)
"""Words of a question about a plan that need not stand beside the answer."""

TOTAL: frozenset[str] = frozenset(
    listed("""
    totalsumma totalsumman sammanräknat sammanräknade hopräknat hopräknade
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
