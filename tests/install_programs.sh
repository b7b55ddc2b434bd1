#!/bin/sh
# Installs what some tests run beside Python, where this user may install Debian packages: headless Chromium for the
# page, tesseract with Swedish for scanned pages, PostgreSQL for libraries that lie in it. Without them those tests are
# left out, and pytest says so.
missing=""
command -v chromium >/dev/null 2>&1 || missing="chromium"
tesseract --list-langs 2>/dev/null | grep -qx swe || missing="$missing tesseract-ocr tesseract-ocr-swe"
command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null && exit 0
fi
echo "Not installed, and cannot be installed here: $missing. The tests that need it are left out." >&2
exit 0
