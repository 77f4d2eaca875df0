"""Subsets one TrueType font to a file of characters and names it Hall Sans.

Usage: subset.py STYLE IN.ttf CHARACTERS OUT.ttf. Hinting goes (the same glyphs then come out
whatever draws them); modification times stay, so that a rerun gives the same bytes.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Hall Sans"


def options():
    chosen = subset.Options()
    chosen.layout_features = ["kern", "tnum", "lnum", "ccmp", "locl"]
    chosen.name_IDs = ["*"]
    chosen.notdef_outline = True
    chosen.hinting = False
    chosen.recalc_timestamp = False
    chosen.drop_tables += ["vhea", "vmtx", "DSIG", "BASE", "VORG"]
    return chosen


def rename(font, style):
    names = {
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style}",
        4: f"{FAMILY} {style}",
        6: f"HallSans-{style}",
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
        table.setName(text, number, 1, 0, 0)


def main():
    style, source, characters, target = sys.argv[1:]
    font = TTFont(source, recalcTimestamp=False)
    with open(characters, encoding="utf-8") as file:
        text = file.read().replace("\n", "")
    subsetter = subset.Subsetter(options())
    subsetter.populate(text=text)
    subsetter.subset(font)
    rename(font, style)
    missing = sorted(set(map(ord, text)) - set(font.getBestCmap()))
    print(f"{style}: {len(font.getGlyphOrder())} glyphs, {len(missing)} characters not in the font")
    font.save(target)


if __name__ == "__main__":
    main()
