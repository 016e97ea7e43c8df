"""Makes the fonts of scripts and signs from the files of npm packages, as README.md says.

The packages hold WOFF2, which neither pictures nor documents take: it is unpacked, on one axis of
weights. Of signs only those are kept that people type.
"""
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SCRIPTS = {
    "noto-sans-latin-ext": "noto-sans/noto-sans-latin-ext",
    "noto-sans-vietnamese": "noto-sans/noto-sans-vietnamese",
    "noto-sans-greek": "noto-sans/noto-sans-greek",
    "noto-sans-greek-ext": "noto-sans/noto-sans-greek-ext",
    "noto-sans-cyrillic": "noto-sans/noto-sans-cyrillic",
    "noto-sans-cyrillic-ext": "noto-sans/noto-sans-cyrillic-ext",
    "vazirmatn": "vazirmatn/vazirmatn-arabic",
    "noto-sans-arabic": "noto-sans-arabic/noto-sans-arabic-arabic",
    "noto-sans-hebrew": "noto-sans-hebrew/noto-sans-hebrew-hebrew",
    "noto-sans-devanagari": "noto-sans-devanagari/noto-sans-devanagari-devanagari",
}
MATH = "noto-sans-math/noto-sans-math-latin-400-normal.woff2"
# Spaces, arrows, what mathematics calculates with, frames, shapes, stars and notes.
SIGNS = [*range(0x2002, 0x200C), 0x202F, *range(0x2190, 0x2200), *range(0x2200, 0x2300),
         *range(0x2500, 0x2600), 0x2605, 0x2606, *range(0x2660, 0x2670), 0x2713]


def scripts(folder, out):
    for name, path in SCRIPTS.items():
        font = TTFont(f"{folder}/{path}-wght-normal.woff2", recalcTimestamp=False)
        font.flavor = None
        instantiateVariableFont(font, {"wght": (400, 400, 800)}).save(f"{out}/{name}.ttf")


def signs(folder, out):
    font = TTFont(f"{folder}/{MATH}", recalcTimestamp=False)
    font.flavor = None
    options = Options()
    options.layout_features = ["kern", "mark", "ccmp"]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["MATH"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=SIGNS)
    subsetter.subset(font)
    font.save(f"{out}/noto-sans-math.ttf")


scripts(*sys.argv[1:])
signs(*sys.argv[1:])
