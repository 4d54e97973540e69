import { decodeText } from '$lib/domain/import/decode-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const text = 'Team,voice1\r\nKüche – “A”,4\r\n';
const utf16 = (mark: boolean, isBig: boolean) => {
	const buffer = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
	return isBig ? buffer.swap16() : buffer;
};

test.each([
	['UTF-8', Buffer.from(text), 'utf-8'],
	['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
	['UTF-16 with its mark, as Excel writes it', utf16(true, false), 'utf-16'],
	['UTF-16 the other way round', utf16(true, true), 'utf-16'],
	['UTF-16 without a mark', utf16(false, false), 'utf-16'],
	['UTF-16 the other way round without a mark', utf16(false, true), 'utf-16']
])('reads %s', (_, bytes, encoding) => {
	expect(decodeText(bytes)).toEqual({ problem: null, text, encoding });
});

test('reads Latin-1, and Windows’ own characters in it', () => {
	const bytes = Uint8Array.from([0x4b, 0xfc, 0x63, 0x68, 0x65, 0x20, 0x96, 0x20, 0x80]);
	expect(decodeText(bytes)).toEqual({
		problem: null,
		text: 'Küche – €',
		encoding: 'windows-1252'
	});
});

test.each([
	['a spreadsheet file', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06]],
	['an old spreadsheet file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
	['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]]
])('%s is no text', (_, bytes) => {
	expect(decodeText(Uint8Array.from(bytes))).toEqual({ problem: 'not-text' });
});

test('an empty file is empty text', () => {
	expect(decodeText(new Uint8Array())).toMatchObject({ text: '' });
});

test('any text without control characters survives UTF-8, and any bytes are read or refused', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (words) => {
			fc.pre(!/[\p{Cc}\uFEFF]/u.test(words));
			expect(decodeText(new TextEncoder().encode(words))).toMatchObject({ text: words });
		})
	);
	fc.assert(fc.property(fc.uint8Array(), (bytes) => void decodeText(bytes)));
});
