"""How questions show what they ask for: expressions over the casefolded question, each a sign of a kind. Data only."""

import re
from enum import StrEnum

from assistant.understanding.order_words import ORDER_WORDS, RANKING


class Asked(StrEnum):
    """What a question asks for; one question may show signs of several."""

    FIGURE = "figure"
    COUNT = "count"
    CHANGE = "change"
    SHARE = "share"
    SUM = "sum"
    RANK = "rank"
    RATIO = "ratio"
    COMPARE = "compare"
    AUDIT = "audit"
    LIST = "list"
    EFFECT = "effect"
    PURPOSE = "purpose"
    DEFINITION = "definition"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    FUNDING = "funding"
    HOW = "how"
    YES_NO = "yes_no"
    OUT_OF_SCOPE = "out_of_scope"


RISE = (
    r"(öka[rts]?|ökade|ökat|ökning\w*|stig(er|it|a)|höj(er|s|a|as|ts|des|de|ning\w*)|väx(er|a|t|te)|increas\w+|ris(e"
    r"|es|en|ing)|grow\w*|go(es)? up)"
)
FALL = (
    r"(minsk\w+|sänk\w+|sjunk\w+|sjönk|dra(s|r) ner|tapp(ar|ade|at|a)|krymp(er|t|te|a)"
    r"|decreas\w+|(?<!så )fall(s|en)?|drop\w*|reduc\w+|go(es)? down|cut)"
)
THEN_ASKED = r"[^?.;:]{6,}?, ?(?:vad|vem|vilk\w+|hur|varför|var|what|who|which|how|why|where)\b"
"""What follows a "when" that only tells in which case something else is asked."""
UP = rf"({RISE}|mer)"
DOWN = rf"({FALL}|mindre)"

CUES: tuple[tuple[Asked, str], ...] = (
    (
        Asked.OUT_OF_SCOPE,
        r"\b(dikt(en)?|vers(er)?|rim(ma)?|haiku|limerick|sång(text)?|recept|skämt|saga|novell|väder(et)?"
        r"|väderprognos|regn(a[rt]?)?|snö(a[rt]?)?"
        r"|systemprompt|system ?prompt\w*|(ignorera|glöm|bortse från|strunta i) (\w+ )?(\w+ )?(regler|instruktion\w*"
        r"|tidigare)|ignore (all|your|previous|the)\b.*(instruction|rule)\w*"
        r"|forget (all|your|previous)|pretend|låtsas|poem|joke|weather|recipe|song|story|aktie\w*|bitcoin|översätt"
        r"|translate|programmera|python-?kod"
        r"|vad (tycker|anser|tror) du|är .{2,40} (bra|dålig\w*|rimlig\w*|rättvis\w*|klok\w*|för (hög|låg|stor|liten"
        r"|dyr)\w*)(?=\W*$)"
        r"|(hur|vad|vilket parti) (ska|bör|borde) (jag|vi|man) rösta|bör (vi|jag|man|direktionen|nämnden"
        r"|politikerna) rösta|how should (i|we) vote|should (i|we) vote|skriv (ett|en|om)|write (a|an|me))\b",
    ),
    (
        Asked.AUDIT,
        r"\b(räknefel\w*|räkna(t|de)? fel|summeringsfel|felaktig\w*|stämmer|stämma|(gå|går)\b[^.?!]{0,80}\bihop"
        r"|summerar|i balans|balanserad\w*|in balance|balanced|tryckfel|skrivfel|motsägels\w*|motsäger|avviker"
        r"|avvikelse\w*"
        r"|konstig\w*|märklig\w*|oklarhet\w*|add up|adds up|errors?|mistakes?|inconsisten\w*|arithmetic|annat tecken"
        r"|fel tecken|rätt tecken|(är|finns) det (några |något )?fel)\b"
        r"|\b(intäkt|kostnad|inkomst|utgift|income|cost|revenue|expense)( \w+)? (eller|or) (en |ett |an? )?(intäkt"
        r"|kostnad|inkomst|utgift|income|cost|revenue|expense)"
        r"|lika (mycket|stor\w*) som (den |det |de )?(\w+ )?(total\w*|summa\w*|tryckt\w*|\w+rad(en)?\b)"
        r"|\bräkna\w* (efter|om)\b|\bkontrollräkna\w*|\b(får|fick) (\w+ ){0,6}?(ihop|jämnt)\b|\btryckta (summa"
        r"|total)\w*"
        r"|\b(summor\w*|summan|totalen) (rätt|fel)\b|\bsummera\w* .*\b(lika|rätt|stämm\w*)"
        r"|\bmed de(ras)? tecken\b|\b(rätt|fel|korrekt|riktigt) (ihop)?(summer|räkna|adder)\w*"
        r"|\bblir\b[^?]*\b(tillsammans|ihop|sammanlagt|totalt|plus|verkligen)\b[^?]*\b(lika|\d[\d ,]*(procent|%|kr|tkr"
        r"|mnkr|kronor|miljon\w*|miljard\w*))\b"
        r"|\b(räknat?|hopräkna\w*|adderat?|summerat?) (\w+ )?rätt\b|\brätt (\w+ )?(hop|ihop|samman)?(räkna|summera"
        r"|addera)\w*"
        r"|\bräkna(r|t|de)? [^?]{2,60}\brätt i\b"
        r"|\b(diffar|differerar|korrekt\w*|felräkna\w*|räknemiss\w*|hopräkning\w*)\b|\blita på (\w+ )?(summ|total"
        r"|siffr)\w*"
        r"|\b(differens|skillnad|glapp)\w* mellan (den |de |det )?(\w+ )?(summa|total|delar|poster|rader|tryckt)\w*"
        r"|\b(correct|right|accurate)\b[^?]*\b(sum|total|added|calculated)|\b(sum|total|added"
        r"|calculated)\b[^?]*\b(correct|right|accurate)"
        r"|\b(recalculate|double-?check|printed (total|sum)|sums? to|match(es)? the (total|sum)|equals? the (total"
        r"|sum))\b",
    ),
    (
        Asked.COMPARE,
        r"\b(jämför|jämförelse|ställ .* mot|skiljer( sig)?|compare[ds]?|comparison|skillnad(en|er|erna)? mellan"
        r"|difference between)\b",
    ),
    (
        Asked.RANK,
        RANKING,
    ),
    (
        Asked.CHANGE,
        rf"\b({UP}|{DOWN}|förändr\w+|ändr(as|ats|ar|at|ades)|utveckl(as|ats|ades)|skillnad(en)?|differens\w*|dyrare"
        rf"|billigare"
        r"|jämfört med|högre|lägre|större|värre|sämre|bättre"
        rf"|fler|chang(e|es|ed)|difference|compared (to|with)|more|less|higher|lower)\b",
    ),
    (
        Asked.SHARE,
        r"\b(hur stor (an)?del|andel(en|ar)?|som (en )?del av|i procent av|vilken (an)?del|hur (många|mycket) (procent"
        r"|%) av|procent av"
        r"|(hur mycket av|how much of)( \w+)? (budget|kostnad|utgift|intäkt|omsättning|cost|income|revenue)\w*"
        r"|(?<!by )(what"
        r"|which|how large a|how big a) (share|percentage|proportion|part|fraction)"
        r"|percent(age)? of|what per ?cent)\b",
    ),
    (
        Asked.SUM,
        r"\b(lägg(er|a|s)? (samman|ihop)|plus|sammanlagt|sammanlagda|tillsammans|totalt|totala|summan av|sammantaget"
        r"|summera\w*|addera\w*|plussa\w*|ihop"
        r"|in total|altogether|together|combined|add up|sum of)\b",
    ),
    (Asked.RATIO, r"\b(hur många gånger|how many times)\b"),
    (
        Asked.FUNDING,
        r"\b((sam|del|med)?finansier(a[rdts]?|ade|ades|ats|as|ing|ingen)|bekosta\w*"
        r"|(vem|vilka) (är (det|de) som )?(betalar|finansierar|bekostar|står för)"
        r"|vilka pengar|varifrån (kommer|får)"
        r"|var (kommer|får) .* ifrån|vad betalas (av|med|genom|via)"
        r"|funded|financed|(who|what|that|which) funds|finances|who pays|pay for|paid for)\b",
    ),
    (
        Asked.WHY,
        r"\b(varför|hur kommer det sig|av vilken anledning|vad beror|vilken anledning|orsak\w*|hur (förklara\w*"
        r"|motivera\w*)|skäl(et|en)?|anledning\w*"
        r"|förklaring\w*|why|reasons?|what causes|explains?)\b",
    ),
    (
        Asked.WHO,
        r"\b(vem|vems|vilken (person|roll|funktion)|vilka (personer|politiker)|vilka \w+s [^?,]{2,40} (för|till"
        r"|av)(?= (i|hos|inom)\b|\W*$)|who(?! are the \w+s\b)|whom|whose)\b",
    ),
    (
        Asked.WHEN,
        rf"((?<!\w )|(?<=\boch )|(?<=\bmen )|(?<=\bsedan )|(?<=\bi ))\bnär\b(?!{THEN_ASKED})"
        r"(?! (även|också|man|det gäller|det kommer till|det handlar om)\b)|\b(vilket år"
        r"|vilka år|hur (länge|ofta)|how often"
        r"|vilket datum|(what|which) date"
        r"|vilken (dag|månad|period)|when|what year|which year|how long)\b",
    ),
    (Asked.WHERE, r"(^|\W)(var(?= (ligger|finns|kan|hittar|sitter|bor))|vart|where)\b"),
    (
        Asked.COUNT,
        r"\b(hur många(?! procent| kronor| tkr| mnkr| mkr| tusenlappar| miljoner| miljarder| pengar)"
        r"|(?<!\bett )antal(et)?|how many(?! per cent| percent"
        r"| (thousand |million |billion )?kron)"
        r"|number of)\b",
    ),
    (
        Asked.FIGURE,
        r"\b(hur (stor[at]?|mycke[t]?|hög[at]?|dyr[at]?)|vad (kostar|kostade|budgeter\w+|betalar|betalade|omsätter"
        r"|får(?! [^?]{2,40}\b(stöd|hjälp)\b)|fick|kan (\w+ ){1,8}?(få|söka|ansöka)|läggs"
        r"|lägger(?![^?]{1,40}\bi (det|den|ordet|begreppet)\b)|avsätts"
        r"|tjänar|(\w+ ){1,12}?kosta)|vilket belopp"
        r"|vilken summa|vilken budget|vilka belopp"
        r"|vilken (\w+ )?\w*(ram|kostnad|avgift|hyra|omsättning|nivå)|vilket \w*(anslag|bidrag|belopp)"
        r"|vad (ligger|låg|hamnar|hamnade|landar|stannar|uppgår|betalas|satsas)"
        r"|vad (går|gick|rör)\b[^?]{1,60}\bpå(?=\W*$)"
        r"|vad (\w+ ){1,5}?(lägger|betalar|satsar|avsätter|spenderar|(satts|lagts) (av|undan|på)|avsatts|budgeterats"
        r"|satsats)"
        r"|vad (ska|skall|kommer|måste) (\w+ ){1,6}?(bidra med|betala|kosta|skjuta till)"
        r"|vilka (summor|siffror|nivåer|procentsatser)|vilken (procentsats|siffra|storlek|prislapp)|beloppet"
        r"|belopp(?=\W*$)"
        r"|vad (\S+ ){1,10}?(uppgår|hamnar|landar|ligger|kostar|belöper|slutar|stannar|beräknas|budgeteras)"
        r"|hur pass (mycket|stor[at]?|hög[at]?|dyr[at]?)|what (\w+ ){1,4}?(pays|spends|receives|gets|costs)"
        r"|what (\w+ ){0,3}(pay|spend|receive|get|cost)"
        r"|hur många (kronor|tkr|mnkr|mkr|tusenlappar|miljoner|miljarder|pengar)"
        r"|how (much|large|high|big)|by how (much|many)|what (is|are|was|were) the (amount|total|cost|budget)"
        r"|kostnaden för|vad blir"
        r"|vad blev|vilket resultat)\b",
    ),
    (
        Asked.DEFINITION,
        r"\b(vad (är|var|betyder|innebär|menas|avses|står|heter|menar|syftar|handlar|kännetecknar)|vad gör|förklara"
        r"|definiera"
        r"|betydelsen|vad (ska|kan) (man|jag|vi) (förstå|mena)|vad (lägger|lägga) [^?]{1,40}?\bi (det|den|ordet"
        r"|begreppet)"
        r"|innebörd\w*|förkortning\w*|utläses|utlästs?|acronym|abbreviation|short for|stands? for|what (is|are|does"
        r"|was|do)|explain|define|meaning)\b",
    ),
    (
        Asked.PURPOSE,
        r"\bvad gör (?!att\b)(?:(?!\b(för|inom|åt|mot|när|om|med|på|vid)\b)[^,?]){2,60}\W*$"
        r"|\bvad (är|har) [^?]{0,60}?(syfte|ändamål|uppgift|uppdrag|roll|funktion)\w*|\bvilk(en|et) (uppgift|roll"
        r"|funktion"
        r"|syfte)\w* (har|fyller)|\bwhat does [^?]{2,60}\bdo\W*$|\bwhat (is|are) [^?]{0,60}(purpose|role|tasks?"
        r"|mission|duty"
        r"|duties|function)\b",
    ),
    (
        Asked.EFFECT,
        r"\b(effekt(en|er|erna)?|led(a|er|as|de) (det )?(till|fram till)|lett (till|fram till|dit)|resultera\w*|verkan"
        r"|få(r)? ut av|för(a|er) med sig|(till )?vilken nytta|skapa\w* förutsättningar för|(poängen|tanken|meningen"
        r"|vitsen) (är )?med|uppnå\w*( \w+){0,2} (med|genom)|(vad|det) (ska |skall |kan |väntas )?(det|den|de|detta)? ?"
        r"(ska |skall )?ge[rs]?\b"
        r"|när man (har )?lyckats|ska ge\b|effects?|lead to|leads to|impact|outcome|result in|point of|benefits? of"
        r"|hope(s|d)? to (gain|achieve|get))\b",
    ),
    (
        Asked.LIST,
        r"\b(vilka|vilken|vilket|lista|rabbla|uppräkning av|vad (heter|kallas) (de|dem|alla)|räkna upp|nämn|namnge"
        r"|ge exempel|vad ingår|vad omfattar|vad består"
        r"|vad innehåller|vad vill|vad ska|vad prioriter\w+|which|list|what are|who are the \w+s|what does .* include"
        r"|name the|vad (?:har|finns|driver|använder|följer) [^?]{2,60} för [^\W\d_]{3,}(?=\W*$))\b",
    ),
    (Asked.HOW, r"\b(hur|how)\b"),
    (
        Asked.YES_NO,
        r"^((och|men|and|but|so)\b,? )?(är|var|har|hade|finns|får|fick|kan|ska|går|gick|blir|blev|ligger|låg|lägger"
        r"|kostar|uppgår|överstiger|understiger|skiljer|skiljde|ökar|minskar|växer|krymper|stiger|sjunker|höjs|sänks|förändras"
        r"|drar|satsar|utgör|ingår|deltar|betalar|gäller|stämmer|is|are|was|were|does|do|did|has|have|can|will)\b",
    ),
)
"""Each sign, in the order in which composers weigh them."""


def shows(kind: Asked, text: str) -> bool:
    """Whether a question's text has a sign of the kind."""
    return any(re.search(pattern, text.casefold()) for each, pattern in CUES if each is kind)


PURPOSE_NOUNS = re.compile(r"syftet?|ändamål(et)?|uppgift(en|er)?|uppdrag(et)?|roll(en)?|purpose|role|mission|tasks?")
"""Words for what a thing is for, which alone, with its name, ask for that."""

CUE_WORDS = re.compile(
    rf"{UP}|{DOWN}|förändr\w+|ändr(as|ats|ar|at|ades)|differens\w*|{ORDER_WORDS}"
    r"|betyd(er|else\w*)|innebär|menas|avses"
    r"|finansier(as|at|ad|ade|ar)|bekostas|bekostar|effekt(en|er|erna)?"
    r"|effects?|väntas|förväntas|förväntad\w*|leder|leda|ledas|beror|varför|jämför\w*|compare|räknefel\w*"
    r"|summeringsfel|stämmer|skiljer|funded|financed|stands?|mean|meaning"
    r"|förkortning\w*|prioriteras|räkna|hör|tillhör|väntade|expected|varje|ur|antal\w*|gånger|utveckla(s|ts)"
    r"|värre|sämre|bättre|skiljer|skilja|skillnad\w*|betala\w*|först|enskilt|fallande|stigande"
    r"|addera\w*|summera\w*|tryckt\w*|ihop|jämnt|lika|lägg|plussa\w*"
    r"|together|adds?|poängen|tanken|meningen|vitsen|acronym|abbreviation|belongs?|mentions?|mentioned"
    r"|dubbelt|dubbla|twice|överstiger|understiger|exceeds?"
    r"|förklara(r|s|t|ts|de|des)?|förklaring(en|ar|arna)?|skäl(et|en)?|orsak(en|er|erna|a[rt]|as)?|motiver(a[rts]?|as)"
    r"|explains?|explained|explanation|reasons?|lyckats|lyckas"
)
"""Words that show what is asked rather than about what."""
