"""Builds the page's fonts: Inter (SIL Open Font Licence 1.1) cut to the glyphs that the page's own words use.

Usage: fonts.py FOLDER_OF_INTER_OTF OUTPUT_FOLDER

Two changes beside the cut, both because the canvas places glyphs one by one and applies no OpenType feature:
digits become the tabular ones, so that figures stand in columns, and kerning goes, so that the page's own text and
the canvas break lines alike. Any other script falls back to the system's fonts.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = {"Regular": 400, "SemiBold": 600}
ASCII = list(range(0x20, 0x7F))
MARKS = [ord(c) for c in "\u00a0·×÷–—‘’“”•…−≈≤≥→€▸▾"]
# What people bring (handles, captions, file names) is set in the regular weight, so that one knows western letters.
WESTERN = list(range(0xC0, 0x100)) + [ord(c) for c in "¡£¥§©«®°ºª»¿„ŒœŠšŽžıİğĞşŞ"]


def tabular_digits(font: TTFont) -> None:
    swaps = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for cmap in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            glyph = cmap.cmap[digit]
            if glyph not in swaps.values():  # two encodings may share one map
                cmap.cmap[digit] = swaps[glyph]


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, weight in WEIGHTS.items():
        font = TTFont(source / f"Inter-{name}.otf")
        tabular_digits(font)
        options = subset.Options()
        options.layout_features = []
        options.desubroutinize = True
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = [0, 1, 2, 13, 14]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=ASCII + MARKS + (WESTERN if weight == 400 else []))
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(target / f"inter-{weight}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
