"""The words of the command line, in Swedish and English; help is found by `help.COMMAND.PARAMETER`."""

COMMANDS: dict[str, tuple[str, str]] = {
    # Help: headings, the program, what several commands share
    "help.commands": ("Kommandon", "Commands"),
    "help.options": ("Flaggor", "Options"),
    "help.arguments": ("Argument", "Arguments"),
    "help": (
        "Svarar på frågor om offentliga planer, varje belopp och påstående med sin plats i planen.",
        "Answers questions about public plans, each figure and statement cited to its place.",
    ),
    "help.help": ("Visa den här hjälpen.", "Show this message and exit."),
    "help.data": ("Mapp där installationen har allt sitt.", "Where this installation keeps everything."),
    "help.language": ("Språk i meddelanden och tabeller.", "Language of messages and tables."),
    "help.plan": ("Bara den här planen.", "Only this plan."),
    "help.as_json": ("JSON på stdout, för program.", "JSON on stdout, for programs."),
    # Help: each command
    "help.ingest": (
        "Läs in planer: nya läggs till, ändrade ersätts, oförändrade lämnas.",
        "Read plans; new ones are added, changed ones replaced, unchanged ones left alone.",
    ),
    "help.ingest.paths": ("Filer och mappar.", "Files and folders."),
    "help.ingest.sync": (
        "Ta också bort planer som inte finns under sökvägarna.",
        "Also remove plans that are not under the paths.",
    ),
    "help.remove": (
        "Ta bort planer för gott: de citeras aldrig mer, text och vektorer raderas.",
        "Remove plans for good: they are never cited again, their text and vectors are erased.",
    ),
    "help.remove.plans": ("Planernas id.", "Ids of plans."),
    "help.plans": ("Visa vilka planer som är inlästa.", "List the plans that have been read."),
    "help.sections": (
        "Visa planernas avsnitt; med --json hela deras text.",
        "Show the plans' sections; with --json their whole text.",
    ),
    "help.figures": ("Visa alla belopp som har lästs ur planerna.", "Show every amount that was read from the plans."),
    "help.figures.file": ("Fil som --csv eller --xlsx skrivs till.", "Where --csv or --xlsx is written."),
    "help.figures.as_csv": (
        "Kommaseparerade värden, till FILE eller stdout (för Excel: --xlsx).",
        "Comma-separated values, to FILE or stdout (for Excel: --xlsx).",
    ),
    "help.figures.as_xlsx": ("En arbetsbok för Excel, till FILE eller stdout.", "A workbook, to FILE or stdout."),
    "help.goals": ("Visa planernas målträd.", "Show the plans' goal trees."),
    "help.check": (
        "Visa vad som inte går ihop, eller är märkligt, i planerna själva.",
        "Show what does not add up, or is odd, in the plans themselves.",
    ),
    "help.check.strict": ("Returkod 3 om något hittas.", "Exit code 3 where there is a finding."),
    "help.ask": (
        "Ställ en fråga till planerna; svaret har sina källor med.",
        "Ask the plans; the answer has its sources.",
    ),
    "help.ask.question": ("Frågan.", "The question."),
    "help.ask.batch": (
        "Frågor som JSON-rader (- är stdin), svar som JSON-rader.",
        "Questions as JSON lines (- is stdin), answers as JSON lines.",
    ),
    "help.sidecar": (
        "Skriv en sidofil NAMN.plan.yaml bredvid planen, att rätta det inläsningen inte kan veta i.",
        "Write a sidecar NAME.plan.yaml beside the plan, to put right what reading cannot know.",
    ),
    "help.sidecar.plan": ("Planens id eller fil.", "The plan's id or file."),
    "help.serve": ("Visa sidan på / och API:et på /api.", "Serve the page at / and the API at /api."),
    "help.serve.host": (
        "Adress att lyssna på; 127.0.0.1 är bara den här datorn.",
        "Address to listen on; 127.0.0.1 is this machine alone.",
    ),
    "help.serve.port": ("Port att lyssna på; 0 tar en ledig.", "Port to listen on; 0 takes a free one."),
    "help.eval": (
        "Ställ testfrågor och räkna rätt, fel, ofullständiga och avböjda; returkod 1 under en gräns.",
        "Ask golden questions and report right, wrong, incomplete and abstained; exit 1 under a bar.",
    ),
    "help.eval.questions": (
        "Testfrågor; annars de medföljande.",
        "Golden questions; the bundled ones without it.",
    ),
    "help.eval.records": ("Bedöm de här sparade svaren; inget frågas.", "Judge these saved answers; nothing is asked."),
    "help.eval.min_right": ("Minsta andel rätta svar.", "Least share of right answers."),
    "help.eval.max_wrong": ("Största andel felaktiga svar.", "Largest share of wrong answers."),
    "help.eval.out": ("Mapp där körningen sparas.", "Where the run is saved."),
    "help.bench": (
        "Mät läsning, sökning, svar, svarstid, storlek eller tålighet.",
        "Measure reading, retrieval, answers, latency, growth or safety.",
    ),
    "help.bench.name": (
        "calibration, crashes, latency, paraphrases, reading, reading-speed, renaming, retrieval, scale, tables eller "
        "verifier.",
        "calibration, crashes, latency, paraphrases, reading, reading-speed, renaming, retrieval, scale, tables or "
        "verifier.",
    ),
    "help.bench.paths": (
        "Filer och mappar att läsa; för scale en mapp med texter att sätta ihop planer av.",
        "Files and folders to read; for scale a folder of texts to make plans of.",
    ),
    "help.bench.truth": (
        "Facit för reading; annars det medföljande.",
        "The truth for reading; the bundled without it.",
    ),
    "help.bench.pages": (
        "Sidor i en påhittad plan för reading-speed; 0 för ingen.",
        "Pages of an invented plan for reading-speed; 0 for none.",
    ),
    "help.bench.questions": ("Testfrågor; annars de medföljande.", "Golden questions; the bundled ones without it."),
    "help.bench.rounds": ("Hur många gånger varje fråga ställs.", "How often each question is asked."),
    "help.bench.passages": (
        "Så många textstycken bygger scale; kan anges flera gånger.",
        "How many passages scale builds; may be repeated.",
    ),
    "help.bench.rows": (
        "Tabellrader i varje plan som scale bygger, utöver 50 textstycken.",
        "Figure rows in each plan that scale builds, beside 50 passages.",
    ),
    "help.bench.goals": ("Mål i varje plan som scale bygger.", "Goals in each plan that scale builds."),
    "help.bench.keep": ("Mapp där det som scale bygger blir kvar.", "Where what scale builds is left."),
    "help.bench.trials": ("Hur många inläsningar crashes avbryter.", "How many ingests crashes kills."),
    "help.bench.reranker": (
        "En omrangordnare (cross-encoder) som retrieval också mäts med.",
        "A cross-encoder that retrieval is measured with too.",
    ),
    "help.bench.distractors": (
        "Sök varje frågas svar bland allas texter i retrieval.",
        "Search for each question's answer among the texts of all in retrieval.",
    ),
    "help.bench.fit": (
        "Skriv ned de trösklar som calibration väljer.",
        "Write down the thresholds that calibration chooses.",
    ),
    # Messages
    "ingest.unchanged": ("Oförändrade: {plans}", "Unchanged: {plans}"),
    "ingest.removed": ("Borttagna: {plans}", "Removed: {plans}"),
    "plans.none": (
        "Inga planer är inlästa. Läs in en fil eller mapp: plansvar ingest SÖKVÄG",
        "No plans have been read. Read a file or a folder: plansvar ingest PATH",
    ),
    "check.nothing": ("Inget att anmärka i planerna.", "Nothing to remark on in the plans."),
    "serve.starting": ("Startar på {address} …", "Starting at {address} …"),
    "serve.ready": (
        "Plansvar är igång: {address}  (Ctrl+C avslutar)",
        "Plansvar is running: {address}  (Ctrl+C stops it)",
    ),
    "sidecar.written": (
        "Skriven: {file}\nRedigera den och kör sedan: plansvar ingest {plan_file}",
        "Written: {file}\nEdit it, then run: plansvar ingest {plan_file}",
    ),
    # Remarks in a sidecar
    "sidecar.head": (
        "Rättelser till planen. Det som står här gäller före det som läses ur dokumentet.\n"
        "Ett tomt eller borttaget fält betyder: som det lästes.",
        "Corrections to the plan. What stands here goes before what is read from the document.\n"
        "A field left blank or taken out means: as it was read.",
    ),
    "sidecar.status": ("draft (utkast), adopted (antagen) eller superseded (ersatt)", "draft, adopted or superseded"),
    "sidecar.decision": (
        "Beslutet: dag (ÅÅÅÅ-MM-DD), paragraf och diarienummer",
        "The decision: day (YYYY-MM-DD), paragraph and registration number",
    ),
    "sidecar.address": ("Webbadress till originalet", "Web address of the original"),
    "sidecar.tables": (
        "Tabellerna. En tabell känns igen på en av sina rader (holds) under sin rubrik (under): ändra inte dem.\n"
        "owner: enheten vars tabell det är. unit: kr, tkr, mnkr eller mdkr.",
        "The tables. A table is known by one of its rows (holds) under its heading (under): leave those.\n"
        "owner: the unit whose table it is. unit: kr, tkr, mnkr or mdkr.",
    ),
    "sidecar.place": (
        "sidan {page}; ägaren avgjord av: {evidence}",
        "page {page}; the owner was decided by: {evidence}",
    ),
    "sidecar.evidence.place": ("platsen på sidan", "its place on the page"),
    "sidecar.evidence.label": ("radernas namn", "the names of its rows"),
    "sidecar.evidence.parts-sum": ("delarna summerar till helheten", "the parts add up to the whole"),
    "sidecar.evidence.surplus-or-deficit": ("överskott eller underskott i texten", "a surplus or deficit in the text"),
    "sidecar.evidence.change-direction": ("ökning eller minskning i texten", "a rise or fall in the text"),
    "sidecar.evidence.change-amount": ("förändringens belopp i texten", "the amount of a change in the text"),
    "sidecar.evidence.amount-in-text": ("ett belopp som texten nämner", "an amount that the text names"),
    "sidecar.evidence.fee-uprating": ("avgiftens uppräkning", "the uprating of the fee"),
    "sidecar.evidence.fee-per-inhabitant": ("avgift per invånare", "a fee per inhabitant"),
    "sidecar.evidence.elimination": ("uteslutning: de andras är avgjorda", "elimination: the others are decided"),
    "sidecar.evidence.sidecar": ("en tidigare sidofil", "an earlier sidecar"),
    "sidecar.evidence.open": ("ingenting, den är öppen", "nothing, it is open"),
    "sidecar.cells": (
        "En cell rättas så, under sin tabell (column 0 är radens namn, 1 första beloppet):\n"
        "  cells:\n"
        '    - {{row: "Radens namn", column: 1, read: "1 234", corrected: "-1 234"}}',
        "A cell is put right like this, under its table (column 0 is the row's name, 1 the first amount):\n"
        "  cells:\n"
        '    - {{row: "Name of the row", column: 1, read: "1 234", corrected: "-1 234"}}',
    ),
    # Tables
    "table.plans": ("Planer", "Plans"),
    "table.intake": ("Inläst", "Read"),
    "table.findings": ("Fynd i planerna", "Findings in the plans"),
    "column.plan": ("Plan", "Plan"),
    "column.title": ("Titel", "Title"),
    "column.organisation": ("Organisation", "Organisation"),
    "column.period": ("Period", "Period"),
    "column.pages": ("Sidor", "Pages"),
    "column.page": ("Sida", "Page"),
    "column.sections": ("Avsnitt", "Sections"),
    "column.section": ("Avsnitt", "Section"),
    "column.passages": ("Textstycken", "Passages"),
    "column.tables": ("Tabeller", "Tables"),
    "column.figures": ("Belopp", "Figures"),
    "column.goals": ("Mål", "Goals"),
    "column.goal": ("Mål", "Goal"),
    "column.findings": ("Fynd", "Findings"),
    "column.finding": ("Fynd", "Finding"),
    "column.characters": ("Tecken", "Characters"),
    "column.begins": ("Börjar", "Begins"),
    "column.label": ("Post", "Item"),
    "column.owner": ("Ansvarig", "Owner"),
    "column.year": ("År", "Year"),
    "column.value": ("Belopp", "Value"),
    "column.unit": ("Mått", "Unit"),
    "column.basis": ("Underlag", "Basis"),
    "column.kind": ("Slag", "Kind"),
    "column.level": ("Nivå", "Level"),
    "column.severity": ("Grad", "Severity"),
    # Values of the contract, as people read them
    "basis.budget": ("budget", "budget"),
    "basis.plan": ("plan", "plan"),
    "basis.forecast": ("prognos", "forecast"),
    "basis.outcome": ("utfall", "outcome"),
    "kind.income": ("intäkt", "income"),
    "kind.cost": ("kostnad", "cost"),
    "kind.sum": ("summa", "sum"),
    "kind.result": ("resultat", "result"),
    "kind.share": ("andel", "share"),
    "kind.staffing": ("bemanning", "staffing"),
    "kind.investment": ("investering", "investment"),
    "kind.fee": ("avgift", "fee"),
    "kind.target": ("mål", "target"),
    "kind.other": ("övrigt", "other"),
    "level.area": ("Insatsområde", "Focus area"),
    "level.goal": ("Mål", "Goal"),
    "level.objective": ("Delmål", "Objective"),
    "level.action": ("Insats", "Action"),
    "level.effect": ("Effekt", "Effect"),
    "level.priority": ("Prioritering", "Priority"),
    "level.assignment": ("Uppdrag", "Assignment"),
    "severity.error": ("Fel", "Error"),
    "severity.notice": ("Notis", "Notice"),
}
