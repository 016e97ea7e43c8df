"""Makes atkinson-hyperlegible-next.woff2 from the two variable files of the npm package.

The package splits Latin and Latin Extended over two files with the same axis.
fontTools' merger does not take variable fonts, so the glyphs of the second are
copied into the first, outline and variation together. Kerning of the copied
letters stays behind: it is the first file's GPOS that remains.
"""
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.hvar import add_HVAR
from fontTools.varLib.instancer import instantiateVariableFont

BASE = ([*range(0x20, 0x7F), *range(0xA0, 0x100)]
        + [0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC, 0x300, 0x301, 0x303, 0x304, 0x308]
        + [0x2002, 0x2009, 0x200A, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A]
        + [0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x202F, 0x2030, 0x2039, 0x203A]
        + [0x2044, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2215]
        + [0x25B2, 0x25BC, 0x2713])
EXTENDED = [*range(0x100, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E]


def cut(path, unicodes):
    font = TTFont(path)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "pnum"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return instantiateVariableFont(font, {"wght": (400, 400, 800)})


def glyphs_of(font, name):
    """`name` and the glyphs it is composed of, components first."""
    glyph = font["glyf"][name]
    parts = glyph.getComponentNames(font["glyf"]) if glyph.isComposite() else []
    return [n for part in parts for n in glyphs_of(font, part)] + [name]


def copy_glyphs(base, extended):
    names = {}
    known = base.getBestCmap()
    wanted = {c: n for c, n in extended.getBestCmap().items() if c not in known}
    copied = dict.fromkeys(n for name in wanted.values() for n in glyphs_of(extended, name))
    names = {old: f"ext.{old}" for old in copied}
    order = base.getGlyphOrder() + list(names.values())
    for old, new in names.items():
        glyph = extended["glyf"][old]
        for component in getattr(glyph, "components", []):
            component.glyphName = names[component.glyphName]
        base["glyf"].glyphs[new] = glyph
        base["hmtx"][new] = extended["hmtx"][old]
        base["gvar"].variations[new] = extended["gvar"].variations.get(old, [])
    base.setGlyphOrder(order)
    base["glyf"].glyphOrder = order
    for table in base["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({c: names[n] for c, n in wanted.items()})


def main(latin, latin_ext, out):
    base = cut(latin, BASE)
    copy_glyphs(base, cut(latin_ext, EXTENDED))
    add_HVAR(base)
    base["maxp"].recalc(base)
    base.flavor = "woff2"
    base.save(out)


main(*sys.argv[1:])
