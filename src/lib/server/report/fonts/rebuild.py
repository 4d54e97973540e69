"""Cuts the fallback fonts in this folder from Debian's Noto fonts; run again to change what they cover.

    apt-get install fonts-noto-core fonts-noto-cjk python3-fonttools
    /usr/bin/python3 rebuild.py NotoEmoji_400Regular.ttf

The emoji file is the regular weight in the npm package @expo-google-fonts/noto-emoji. Families get names
of their own, so that a font of the same name on the host can never stand in for them.
"""

import sys
from fontTools import subset
from fontTools.ttLib import TTFont

NOTO = '/usr/share/fonts/truetype/noto/NotoSans{}-Regular.ttf'
CJK = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
# The order of the languages in the collection.
JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL = 0, 1, 2, 3

SCRIPTS = (
    'Arabic Hebrew Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam Sinhala '
    'Thai Lao Khmer Myanmar Georgian Armenian Ethiopic'
).split()


def encodable(codec, accepts=lambda encoded: True):
    """The Han characters of an encoding, which is a good list of those in daily use."""
    for point in range(0x4E00, 0xA000):
        try:
            if accepts(chr(point).encode(codec)):
                yield point
        except UnicodeEncodeError:
            pass


def big5_level_1(encoded):
    return 0xA4 <= encoded[0] <= 0xC6


def jis_level_1(encoded):
    return 0x88 <= encoded[0] <= 0x98


PUNCTUATION_AND_KANA = [*range(0x3000, 0x3100), *range(0x31F0, 0x3200), *range(0xFF00, 0xFFF0)]
BOPOMOFO = range(0x3100, 0x3130)
HANGUL = [*range(0x1100, 0x1200), *range(0x3130, 0x3190), *range(0xAC00, 0xD7A4)]
CHINESE_AND_KOREAN = {
    *PUNCTUATION_AND_KANA,
    *BOPOMOFO,
    *HANGUL,
    *encodable('gb2312'),
    *encodable('big5', big5_level_1),
    *encodable('euc_kr'),
    *encodable('shift_jis'),
}
# Where Japanese writes a character of its own way; the rarer ones come from the Chinese cut.
JAPANESE_FORMS = {*PUNCTUATION_AND_KANA, *encodable('shift_jis', jis_level_1)}


def cut(source, name, points=None, number=-1):
    font = TTFont(source, fontNumber=number)
    options = subset.Options()
    options.layout_features = ['*'] if points is None else ['ccmp', 'locl', 'ljmo', 'vjmo', 'tjmo', 'kern', 'mark', 'mkmk']
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points if points is not None else font.getBestCmap().keys())
    cutter.subset(font)
    rename(font, name)
    # A fixed time, so that the same source gives the same file.
    font.recalcTimestamp = False
    font['head'].modified = font['head'].created
    ending = 'otf' if 'CFF ' in font else 'ttf'
    font.save(f'fallback/{name.lower()}.{ending}')


def rename(font, name):
    family = f'Holoscope {name}'
    for record in font['name'].names:
        if record.nameID in (1, 16):
            record.string = family
        elif record.nameID in (3, 4):
            record.string = f'{family} Regular'
        elif record.nameID == 6:
            record.string = f'Holoscope{name}-Regular'
        elif record.nameID == 2:
            record.string = 'Regular'


cut(CJK, 'Han', CHINESE_AND_KOREAN, SIMPLIFIED)
cut(CJK, 'Japanese', JAPANESE_FORMS, JAPANESE)
for script in SCRIPTS:
    cut(NOTO.format(script), script)
cut(NOTO.format('Symbols'), 'Symbols')
cut(NOTO.format('Symbols2'), 'Pictographs', {*range(0x2000, 0x2C00), *range(0x1F780, 0x1F900)})
cut(NOTO.format('Math'), 'Mathematics', {*range(0x2000, 0x2C00)})
cut(sys.argv[1], 'Emoji')
