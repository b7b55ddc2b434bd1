"""English words of public planning and the Swedish words that plans use for them. Data only."""

_LINES = """
switching: ställa omställning | transition: omställning | shift: omställning | developing: utveckla
reducing: minska | strengthening: stärka | strengthen: stärka | simplify: förenkla
improve: förbättra | identify: identifiera | communicate: kommunicera | sector: sektor
completed: fullföljda | psychological: psykisk | mental: psykisk | disability: funktionshinder
workplace: arbetsplats | shareholder: delägare | represented: företräds | consists: består
includes: ingår
abbreviation: förkortning | act: lag | action: insats | actions: insatser insats
activities: verksamheter aktiviteter | activity: verksamhet aktivitet | adjunct: adjungerad
administration: administration | administrative: administrativa | affiliated: adjungerad | agency: myndighet
agreement: avtal överenskommelse | agreements: avtal överenskommelse | agriculture: jordbruk | aim: mål syfte
aims: mål syfte | annual: årlig | annually: årligen | appointed: utser | appoints: utser | appropriation: anslag
area: område | areas: områden område | assets: tillgångar | association: förbund | attractive: attraktiva
audit: revision | auditor: revisor | authorities: myndigheter | authority: myndighet | balance: balans
benefit: nytta | benefits: nytta | board: direktion styrelse | bodies: organ | body: organ | brand: varumärke
brands: varumärken | budget: budget | business: näringsliv företag business | businesses: företag
capita: invånare | car: bil | care: vård omsorg | cars: bil | center: center centrum | centre: centrum center
chair: ordförande | chairman: ordförande | chairperson: ordförande | chairs: ordförande | challenge: utmaning
challenges: utmaningar utmaning | chemical: kemisk | children: barn | climate: klimat | close: nära
co-financing: motfinansiering medfinansiering | co-opted: adjungerad | cohesive: sammanhållen
collaboration: samverkan | collected: samlade | committee: utskott nämnd | communication: kommunikation
community: samhälle | companies: företag bolag | company: bolag företag | competence: kompetens
competitive: konkurrenskraftig | consolidated: samlade | consultancy: konsult | consultant: konsult
consultants: konsult | consulting: konsult | contract: avtal | contribute: bidrar finansiering
contributes: bidrar finansiering | contribution: bidrag finansiering avgift | control: kontroll
cooperation: samverkan | core: kärn värdeord | cornerstone: hörnsten | cornerstones: hörnstenar | cost: kostnad
costs: kostnader kostnad | created: bildades | cultural: kultur | culture: kultur | current: pågående nuvarande
data: data | decide: beslutar beslutande | decides: beslutar beslutande | decision: beslut | decisions: beslut
decrease: minskar minskning | decreased: minskar | decreases: minskar minskning | deficit: underskott resultat
department: avdelning | departments: avdelningar avdelning | development: utveckling | digital: digital
digitalisation: digitalisering | director: direktör | document: dokument | documents: dokument
drafting: berednings | earnings: intäkter | economic: ekonomisk | economy: ekonomi | education: utbildning
effect: effekt | effects: effekt effekter | efficiency: effektivisering | elderly: äldre
employee: personal anställd | employees: anställda personal | employment: sysselsättning anställning
energy: energi | environment: miljö | environments: miljöer miljö | equipment: inventarier utrustning
equity: kapital soliditet | established: bildades | european: europeiska | evaluation: utvärdering
executive: verkställande arbetsutskott | expected: väntas förväntad | expenditure: kostnader kostnad
expense: kostnad | expenses: kostnader kostnad | external: extern | fall: minskar | falls: minskar
federation: förbund | fee: avgift | fees: arvoden avgift | finance: finansierar ekonomi
financed: finansieras finansiering | finances: finansierar ekonomi | financial: finansiella ekonomisk
financing: finansiering finansieras | fixed: fast | focus: fokus | follow: uppföljning
followed: uppföljning följas | forest: skog | formed: bildades | fossil: fossil | founded: bildades | free: fri
fund: medel finansierar | funded: finansieras finansiering | funding: finansiering finansieras medel
funds: medel finansierar | general: allmän | goal: mål | goals: mål | good: god | governing: styr styrande
government: statliga | grant: bidrag | grants: bidrag | group: grupp | groups: grupper grupp | grow: ökar
grows: ökar | growth: tillväxt | guideline: riktlinje | guidelines: riktlinjer | head: chef
headquarters: kansli | health: hälsa | highest: högsta | housing: bostad | idea: idé | impact: effekt
implement: verkställa implementera | implements: verkställer | income: intäkter | incomes: intäkter
increase: ökning ökar | increased: ökar ökning | increases: ökar ökning | indexation: uppräkning index
indexed: indexreglerad uppräkning | industry: industri näringsliv | infrastructure: infrastruktur
inhabitant: invånare | inhabitants: invånare människor | innovation: innovation | interest: ränte ränta
internal: intern | inventory: inventarier | invest: investering | investment: investering
investments: investeringar investering | invests: investering | join: tillkommit | joined: tillkommit | law: lag
lead: leder | leads: leder | learning: lärande | led: leds | legislation: lagstiftning | liabilities: skulder
life: liv livet | lifelong: livslångt | lighting: belysning | liquidity: likviditet | live: lever invånare
lives: lever | living: livs lever | loan: lån | local: nära lokal | long-term: långsiktig
management: hushållning ledning | manager: chef | matching: motfinansiering matchning | mean: betyder
meaningful: meningsfull | measure: insats | measures: insatser insats | meeting: möte | meetings: möten
member: medlem | members: medlemmar medlem | membership: medlemskap medlem | mission: uppdrag | money: medel
municipal: kommunala kommun | municipalities: kommuner kommun | municipality: kommun | national: nationell
network: nätverk | networks: nätverk | new: ny | objective: delmål mål | objectives: delmål mål | office: kansli
officer: ombud strateg | ongoing: pågående | operation: verksamhet | operations: verksamheter verksamhet
other: övriga | overall: övergripande samlade | own: ägare delägare | owned: ägda delägare | owner: ägare
owns: ägare delägare | park: park | participation: deltagande delaktighet | partner: partner | partners: partner
pension: pension | pensions: pension | people: människor invånare | per: per | personnel: personal
phase: fas steg | phases: faser steg | pilot: förstudie | planning: planering | political: politiska
politician: politiker | politicians: politiker | population: invånare människor | position: tjänst befattning
positions: tjänster tjänst | post: tjänst | posts: tjänster | premises: lokaler hyra
preparatory: berednings beredning | previous: tidigare | priorities: prioriteringar prioriterade
prioritised: prioriterade | prioritized: prioriterade | priority: prioriterad prioritering | private: privat
process: process | project: projekt | projects: projekt | protection: skydd | provision: försörjning
purpose: syfte ändamål | railway: järnväg | rationalisation: effektivisering | reduce: minska | reduced: minskar
region: region | regional: regional | remuneration: arvoden | rent: hyra | requirement: krav
requirements: krav | research: forskning | resident: invånare | residents: invånare
responsible: ansvarar ansvar | result: resultat | revenue: intäkter | revenues: intäkter | rise: ökar ökning
rises: ökar | road: väg | roads: vägar | robust: robust | salaries: personal löner | satisfied: nöjda
savings: besparing | school: skola | science: science | secretariat: kansli | service: tjänst
services: tjänster | share: andel | skill: kompetens | skills: kompetens | social: social | society: samhälle
solvency: soliditet | sound: god | staff: personal | stand: står | started: startade bildades | state: statliga
steering: styr | step: steg | steps: steg | strategic: strategisk | strategies: strategier | strategist: strateg
strategists: strateg | strategy: strategi | strengths: styrkor | studies: studier | study: studie förstudie
supply: försörjning | support: stöd stödja | supportive: stödjande | supports: stödjer
surplus: överskott resultat | survey: enkät | sustainability: hållbarhet | sustainable: hållbar | target: mål
targets: mål | tax: skatt | time: tid | tourism: besöksnäring | trade: handel | traffic: trafik
transport: transport trafik | travel: resor resande | turnover: omsättning | union: unionen
unit: enhet verksamhet | units: enheter verksamheter | university: högskola | unused: förbrukade anspråkstagna
value: värde | values: värdeord | variable: rörlig | vehicle: bil fordon | vision: vision
vulnerability: sårbarhet | wage: lön personal | wages: löner personal | waste: avfall | water: vatten
website: webbplats | welfare: välfärd | work: arbete verksamhet | working: arbets arbete | young: unga ungdomar
youth: unga ungdomar
"""

ENGLISH: dict[str, tuple[str, ...]] = {
    word.strip(): tuple(swedish.split())
    for line in _LINES.strip().splitlines()
    for word, swedish in (entry.split(":", 1) for entry in line.split("|"))
}
"""Each English word and the Swedish words that may stand for it, the likeliest first."""
