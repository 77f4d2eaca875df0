"""Prints the characters a subset must hold, sixty a line: GB2312, a file's own, symbols."""

import sys
import unicodedata

SYMBOLS = [
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # Latin-1
    (0x2010, 0x2027),  # dashes, quotes, dots, ellipsis
    (0x2030, 0x203B),  # per mille, primes, reference mark
    (0x2070, 0x2089),  # superscripts and subscripts
    (0x2103, 0x2103),  # degree Celsius
    (0x2116, 0x2116),  # numero
    (0x2160, 0x217B),  # Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x249B),  # numbers in circles, brackets and with a stop
    (0x2500, 0x257F),  # lines
    (0x2580, 0x25FF),  # blocks and shapes
    (0x2605, 0x2606),  # stars
    (0x2713, 0x2717),  # ticks and crosses
    (0x3000, 0x303F),  # CJK punctuation
    (0x3220, 0x3229),  # ideographs in brackets
    (0x32C0, 0x32CB),  # months
    (0x3358, 0x33DF),  # hours, square units
    (0x33E0, 0x33FE),  # days
    (0xFF01, 0xFFE6),  # full width
]


def gb2312():
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes([high, low]).decode("gb2312")
            except UnicodeDecodeError:
                continue


def main():
    wanted = set(gb2312())
    with open(sys.argv[1], encoding="utf-8") as own:
        wanted.update(own.read())
    for first, last in SYMBOLS:
        wanted.update(chr(code) for code in range(first, last + 1))
    # no control characters; the separators Zl and Zp would break the lines of the list
    kept = sorted(c for c in wanted if unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Zl", "Zp"))
    for start in range(0, len(kept), 60):
        print("".join(kept[start : start + 60]))


if __name__ == "__main__":
    main()
