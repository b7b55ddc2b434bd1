from datetime import UTC, date, datetime, time

import pytest

from ingest.readers.cell_formats import printed


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1670, "General", "1670"),
        (0.1 + 0.2, "General", "0,3"),
        (12.5, "General", "12,5"),
        (1670, "#,##0", "1 670"),
        (-1234567.6, "#,##0", "-1 234 568"),
        (1670, "# ##0", "1 670"),
        (1670, "#\\ ##0", "1 670"),
        (12.5, "0.00", "12,50"),
        (12.5, "0.##", "12,5"),
        (12.0, "0.##", "12"),
        (0.39, "0%", "39 %"),
        (0.205, "0.0%", "20,5 %"),
        (-0.05, "0%", "-5 %"),
        (1670, '#,##0" tkr"', "1 670 tkr"),
        (1670, '# ##0\\ "kr"', "1 670 kr"),
        (1670, '"ca "0', "ca 1670"),
        (-1670, "#,##0;(#,##0)", "-1 670"),
        (-1670, "#,##0;[Red]-#,##0", "-1 670"),
        (0, '#,##0;-#,##0;"-"', "0"),
        (1670000, "#,##0,", "1 670"),
        (53000000, '0.0,,"  mnkr"', "53,0 mnkr"),
        (1670, "_-* #,##0_-;-* #,##0_-", "1 670"),
        (1670, "[$-41D]#,##0", "1 670"),
        (1e40, "0", "1e+40"),
        (-0.2, "0", "0"),
        (True, "General", "Ja"),
        (date(2025, 3, 1), "yyyy-mm-dd", "2025-03-01"),
        (datetime(2025, 1, 1, 12, tzinfo=UTC), "yyyy", "2025"),
        (time(8, 30), "hh:mm", "08:30"),
        ("#DIV/0!", "General", ""),
        ("  två  ord ", "General", "två ord"),
        (None, "General", ""),
        (float("nan"), "0", ""),
    ],
)
def test_a_value_is_printed_as_a_swede_sees_it(value: object, number_format: str, text: str) -> None:
    assert printed(value, number_format) == text
