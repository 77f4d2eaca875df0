"""Subsets one TrueType font to a file of characters and names it Hall Sans.

Usage: subset.py STYLE IN.ttf CHARACTERS OUT.ttf. Hinting and layout tables go (the same glyphs then
come out at the same places whatever draws them: a browser applies kerning, Java2D does not, and
FontBox copies GSUB into its own subsets with glyph numbers that no longer hold); modification times
stay, so that a rerun gives the same bytes.
"""

import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, reorderFontTables

FAMILY = "Hall Sans"

# FontBox warns of every font whose post table stands last
ORDER = ["head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "post", "loca", "name", "glyf"]


def options():
    chosen = subset.Options()
    chosen.layout_features = []
    chosen.name_IDs = ["*"]
    chosen.notdef_outline = True
    chosen.hinting = False
    chosen.recalc_timestamp = False
    chosen.drop_tables += ["vhea", "vmtx", "DSIG", "BASE", "VORG", "GSUB", "GPOS", "GDEF", "STAT", "gasp"]
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
    plain = io.BytesIO()
    font.save(plain, reorderTables=None)
    plain.seek(0)
    with open(target, "wb") as out:
        reorderFontTables(plain, out, tableOrder=ORDER)


if __name__ == "__main__":
    main()
