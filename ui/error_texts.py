"""Every error as one line in the user's language: what, where, remedy.

English stands beside each error's class; here is the Swedish, by the error's code.
"""

from assistant.answer import Language
from ingest.errors import PlansvarError

SWEDISH: dict[str, tuple[str, str]] = {
    # ingest
    "error": ("Något gick fel.", "Försök igen; rapportera felet med det här meddelandet om det händer på nytt."),
    "ingest_failed": ("Filen kunde inte läsas som en plan.", "Kontrollera filen eller utelämna den."),
    "nothing_to_read": (
        "Här finns ingen plan att läsa.",
        "Ange en fil (PDF, DOCX, XLSX, HTML, Markdown eller text) eller en mapp med en sådan.",
    ),
    "unreadable_file": ("Filen eller mappen kan inte öppnas.", "Kontrollera att den finns och att du får läsa den."),
    "unsupported_format": (
        "Innehållet har inte ett format som kan läsas.",
        "Spara dokumentet som PDF, DOCX, XLSX, HTML, Markdown eller text.",
    ),
    "damaged_document": ("Dokumentet är skadat.", "Hämta det på nytt från källan eller spara om det."),
    "too_large": (
        "Filen är större än vad som läses som en plan.",
        "Spara planen för sig, utan bilagor, eller utelämna filen.",
    ),
    "too_many_pages": (
        "Dokumentet har fler sidor än vad som läses.",
        "Spara planen för sig, eller höj gränsen PLANSVAR_READING_PAGES.",
    ),
    "too_much_time": (
        "Filen hann inte läsas på den tid som en fil får ta.",
        "Spara om dokumentet, eller höj gränsen PLANSVAR_READING_SECONDS.",
    ),
    "too_much_memory": (
        "Filen kräver mer minne än en fil får ta.",
        "Spara om dokumentet, eller höj gränsen PLANSVAR_READING_MEMORY_MB.",
    ),
    "reading_stopped": (
        "Läsningen av filen bröts.",
        "Spara om dokumentet, till exempel genom att skriva ut det till PDF; rapportera felet om det händer på nytt.",
    ),
    "encrypted_document": ("Dokumentet är skyddat med lösenord.", "Spara en kopia utan lösenord."),
    "empty_document": ("Dokumentet innehåller ingen text.", "Är det inskannat, kör textigenkänning (OCR) först."),
    "scanned_document": (
        "Dokumentet är inskannat: sidorna är bilder och det finns ingen text att läsa.",
        'Installera textigenkänning (pip install "plansvar[ocr]" och programmet tesseract med svenska, i Debian '
        "tesseract-ocr och tesseract-ocr-swe), eller spara dokumentet som sökbar PDF.",
    ),
    "duplicate_plan": (
        "Två filer skulle bli samma plan; ingenting har ändrats.",
        "Byt namn på den ena eller läs in bara en av dem.",
    ),
    "bad_sidecar": (
        "Sidofilen går inte att följa.",
        "Rätta fältet, ta bort det eller skriv en ny sidofil med plansvar sidecar.",
    ),
    # index
    "index_failed": ("Planerna kunde inte hanteras.", "Försök igen; rapportera felet om det händer på nytt."),
    "unknown_plan": ("Det finns ingen plan med detta id.", "Se vilka planer som finns med plansvar plans."),
    "library_busy": (
        "En annan inläsning eller borttagning av planer pågår.",
        "Vänta tills den är klar och försök igen.",
    ),
    "library_inaccessible": (
        "Datamappen kan inte läsas eller skrivas.",
        "Kontrollera att du får skriva där och att disken inte är full, eller ange en annan mapp med --data.",
    ),
    "library_damaged": (
        "Datamappen innehåller en fil som är skadad eller saknas.",
        "Läs in planerna på nytt; hjälper inte det, i en ny datamapp.",
    ),
    "library_outdated": (
        "Datamappen är skriven av en annan version av Plansvar.",
        "Ta bort mappen, eller ange en annan med --data, och läs in planerna på nytt.",
    ),
    "database_driver_missing": (
        "Biblioteket som talar med PostgreSQL är inte installerat.",
        "Installera det: pip install 'plansvar[postgres]', eller utelämna PLANSVAR_DATABASE_URL.",
    ),
    "database_unreachable": (
        "Databasen svarar inte.",
        "Kontrollera att dess server är igång, och värd och port i PLANSVAR_DATABASE_URL; försök sedan igen.",
    ),
    "database_refused": (
        "Databasen säger nej.",
        "Kontrollera användare, lösenord och databasnamn i PLANSVAR_DATABASE_URL, att användaren får skapa ett schema "
        "och tabeller där, och att servern har plats kvar.",
    ),
    "vector_server_unreachable": (
        "Chroma-servern med vektorerna svarar inte.",
        "Kontrollera att den är igång, och adressen i PLANSVAR_VECTORS_URL; försök sedan igen.",
    ),
    "vector_server_refused": (
        "Chroma-servern med vektorerna säger nej.",
        "Kontrollera PLANSVAR_VECTORS_TOKEN, vad som står mellan servern och den här datorn, och att den har plats "
        "kvar.",
    ),
    "vectors_missing": (
        "Chroma-servern saknar vektorer för planerna.",
        "Kör ingest en gång, så bäddas planerna in på nytt; kontrollera att PLANSVAR_VECTORS_URL pekar på rätt server.",
    ),
    "database_damaged": (
        "Databasen är skadad, eller saknar en tabell.",
        "Återställ den från en säkerhetskopia, eller ta bort schemat och läs in planerna på nytt.",
    ),
    "database_outdated": (
        "Schemat i databasen är skrivet av en annan version av Plansvar.",
        "Ange ett annat schema i PLANSVAR_DATABASE_URL, eller ta bort det här, och läs in planerna på nytt.",
    ),
    "verification_failed": (
        "Ett nytt textavsnitt gick inte att hitta igen efter att det skrivits, så planerna är som förut.",
        "Läs in planerna på nytt.",
    ),
    "embedder_failed": (
        "Inbäddningsmodellen kan inte användas.",
        "Försök igen; rapportera felet om det händer på nytt.",
    ),
    "embedder_unavailable": (
        "Inbäddningsmodellen kan inte hämtas eller läsas in.",
        "Kontrollera namnet och nätverket, hämta modellen i förväg och ange dess mapp, eller utelämna inställningen.",
    ),
    "embedder_changed": (
        "Planerna är inbäddade med en annan modell än den som är inställd nu.",
        "Kör ingest en gång, så bäddas alla planer in på nytt, eller ställ in den förra modellen.",
    ),
    "reranker_unavailable": (
        "Modellen som ordnar de första träffarna kan inte hämtas eller läsas in.",
        "Kontrollera namnet och nätverket, hämta modellen i förväg och ange dess mapp, eller utelämna inställningen.",
    ),
    # assistant
    "assistant_failed": ("Frågan kunde inte besvaras.", "Försök igen; rapportera felet om det händer på nytt."),
    "invalid_settings": ("En inställning kan inte användas.", "Rätta flaggan eller miljövariabeln."),
    "unknown_passage": (
        "Det finns inget sådant textavsnitt i planerna.",
        "Hämta id:t ur ett svar över planerna som de är nu.",
    ),
    "invalid_question": (
        "Det här är ingen fråga i den form som behövs.",
        'Skriv ett JSON-objekt: {"id": "…", "turns": ["frågan"], "plan": "valfritt id"}.',
    ),
    "chat_failed": (
        "Språkmodellen kunde inte användas.",
        "Kontrollera språkmodellens inställningar; utan språkmodell besvaras frågor med planernas egna ord.",
    ),
    "chat_unavailable": (
        "Språkmodellen svarade inte.",
        "Kontrollera att dess server är igång, och adress, modellnamn och nyckel i inställningarna.",
    ),
    "chat_reply_unusable": (
        "Språkmodellens svar gick inte att använda.",
        "Fråga igen, eller välj en modell som följer instruktioner.",
    ),
    # evals
    "eval_failed": ("Svaren kunde inte mätas.", "Försök igen; rapportera felet om det händer på nytt."),
    "unreadable_questions": ("Testfrågorna kan inte läsas.", "Ange en YAML-fil med en lista av frågor."),
    "invalid_case": (
        "Testfrågan kan inte användas.",
        "Rätta fältet; kommentarerna i de medföljande testfrågorna säger vad varje fält är.",
    ),
    "no_cases": ("Här finns ingen testfråga.", "Ange en fil med testfrågor med --questions."),
    "empty_library": (
        "Ingen plan är inläst, så det finns inget att fråga om.",
        "Läs in planer: plansvar ingest SÖKVÄG.",
    ),
    "invalid_records": (
        "Svaren kan inte bedömas.",
        "Ange records.jsonl från en sparad körning, eller det som plansvar ask --batch skrev, och dess --questions.",
    ),
    "run_not_saved": ("Körningen kunde inte sparas.", "Ange med --out en mapp som går att skriva i."),
    "unreadable_truth": (
        "Det som läsningen ska mätas mot kan inte läsas.",
        "Ange med --truth en mapp vars YAML-filer har samma form som de medföljande.",
    ),
    "invalid_pool": (
        "Filen med frågor och texter går inte att mäta på.",
        "Ange JSON-rader med svarskandidater, som SweFAQ har, eller NAMN_queries.jsonl bredvid NAMN_passages.jsonl.",
    ),
    "nothing_to_measure": (
        "Här finns inget som kan mätas.",
        "Ange filer eller mappar efter mätningens namn: plansvar bench NAMN SÖKVÄG.",
    ),
    "bench_extra_missing": (
        "Mätningen behöver ett bibliotek som inte är installerat.",
        "Installera det: pip install 'plansvar[bench]'.",
    ),
    # ui
    "command_failed": ("Kommandot kunde inte utföras.", "Försök igen; rapportera felet om det händer på nytt."),
    "port_in_use": ("Porten är upptagen.", "Stoppa det andra programmet eller välj en annan port med --port."),
    "address_unavailable": (
        "Det går inte att lyssna på den adressen.",
        "Välj en av datorns egna adresser med --host, och en port över 1023 med --port.",
    ),
    "unwritable_file": ("Filen kan inte skrivas.", "Kontrollera att mappen finns och att du får skriva där."),
    "sidecar_exists": (
        "Det finns redan en sidofil; den har lämnats som den är.",
        "Redigera den, eller flytta undan den först.",
    ),
    "no_plan_file": (
        "Planens fil finns inte kvar, så inget kan läggas bredvid den.",
        "Lägg tillbaka filen, eller ange planens fil där den finns nu.",
    ),
    "unreadable_batch": (
        "Filen med frågor kan inte läsas.",
        "Ange en textfil i UTF-8 med ett JSON-objekt på varje rad.",
    ),
}


def error_line(error: PlansvarError, language: Language) -> str:
    """What went wrong, where, and what to do about it, on one line."""
    swedish = SWEDISH.get(error.code) if language is Language.SWEDISH else None
    what, remedy = swedish or (error.what, error.remedy)
    detail = f" ({error.detail})" if error.detail else ""
    return " ".join(f"{error.where}: {what}{detail} {remedy}".split())


def unexpected_line(language: Language) -> str:
    """The line for what no error of ours describes."""
    if language is Language.ENGLISH:
        return f"{PlansvarError.what} {PlansvarError.remedy}"
    return " ".join(SWEDISH[PlansvarError.code])
