import { describe, expect, it } from '@jest/globals';
import { declaredType } from './document-types.js';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** A ZIP whose entries are stored as they are, which is all that office formats need. */
function zip(...entries: readonly (readonly [string, string])[]): Buffer {
  return Buffer.concat(
    entries.map(([name, content]) => {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt32LE(content.length, 18);
      header.writeUInt32LE(content.length, 22);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name + content)]);
    }),
  );
}

const openXml = (type: string) =>
  zip(
    ['_rels/.rels', '<Relationships/>'],
    ['[Content_Types].xml', `<Types><Override ContentType="${type}.main+xml"/></Types>`],
  );

const samples: readonly (readonly [string, Buffer, string])[] = [
  ['application/pdf', pdf, 'pdf'],
  ['image/png', png, 'png'],
  ['image/jpeg', jpeg, 'jpg'],
  [`${OPEN}.text`, zip(['mimetype', `${OPEN}.text`]), 'odt'],
  [`${OPEN}.spreadsheet`, zip(['mimetype', `${OPEN}.spreadsheet`]), 'ods'],
  [`${OFFICE}.wordprocessingml.document`, openXml(`${OFFICE}.wordprocessingml.document`), 'docx'],
  [`${OFFICE}.spreadsheetml.sheet`, openXml(`${OFFICE}.spreadsheetml.sheet`), 'xlsx'],
  ['application/xml', Buffer.from('\n<verbale/>'), 'xml'],
  ['text/xml', Buffer.from('<?xml version="1.0"?><verbale/>'), 'xml'],
  ['text/plain', Buffer.from('Perché sì — 日本'), 'txt'],
  ['application/json', Buffer.from(' {"title":"Però"}'), 'json'],
  ['application/pkcs7-mime', Buffer.from('30820a1206092a864886f70d010702', 'hex'), 'p7m'],
];

/** Whether the bytes pass as that type when they come in pieces of this size. */
async function passes(type: string, bytes: Buffer, size: number): Promise<boolean> {
  const examination = declaredType(type)?.examine();
  if (!examination) throw new Error(`${type} is no type of documents`);
  for (let at = 0; at < bytes.length; at += size) {
    if (!(await examination.take(bytes.subarray(at, at + size)))) return false;
  }
  return examination.isRight();
}

const pieces = [1, 7, 65_536];

describe('the content of a document', () => {
  it.each(samples)('is %s where it is declared so', async (type, bytes, extension) => {
    for (const size of pieces) expect(await passes(type, bytes, size)).toBe(true);
    expect(declaredType(type)?.extension).toBe(extension);
  });

  it('may be an office file of many parts, whichever of them comes first', async () => {
    const type = `${OFFICE}.wordprocessingml.document`;
    const large = zip(['word/document.xml', 'x'.repeat(400_000)]);
    expect(await passes(type, Buffer.concat([large, openXml(type)]), 65_536)).toBe(true);
  });

  it('may be a P7M that is written as PEM', async () => {
    const pem = Buffer.from('-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n');
    for (const size of pieces) expect(await passes('application/pkcs7-mime', pem, size)).toBe(true);
  });

  it.each([
    ['application/pdf', png],
    ['application/pdf', Buffer.from('plain')],
    ['image/png', pdf],
    ['image/jpeg', png],
    [`${OPEN}.text`, zip(['mimetype', `${OPEN}.spreadsheet`])],
    [`${OFFICE}.wordprocessingml.document`, zip(['a.txt', 'a'])],
    ['application/xml', Buffer.from('no markup')],
    ['application/json', Buffer.from('<html>')],
    ['text/plain', Buffer.from('with\0nul')],
    ['text/plain', Buffer.from('Perch\xe9', 'latin1')],
    ['text/plain', Buffer.from([0x61, 0xc3])],
    ['application/pkcs7-mime', pdf],
    ['application/pkcs7-mime', Buffer.from('-----')],
  ])('is refused as %s where it is something else', async (type, bytes) => {
    for (const size of pieces) expect(await passes(type, bytes, size)).toBe(false);
  });
});

describe('a Content-Type', () => {
  it.each(['text/html', 'application/zip', 'image/svg+xml', 'text/plain; charset=latin1', '', 'x'])(
    'is none of ours: %p',
    (header) => {
      expect(declaredType(header)).toBeNull();
    },
  );

  it('is ours in any case and with the character set it must have', () => {
    expect(declaredType('Text/Plain; charset=UTF-8')?.mediaType).toBe('text/plain');
    expect(declaredType(undefined)).toBeNull();
  });
});
