import { fileTypeFromBuffer } from 'file-type';

/** Looks at the bytes of an upload while they pass, for whether they are of the declared type. */
export interface Examination {
  /** The next bytes; false as soon as they cannot be of the type. */
  take(chunk: Uint8Array): Promise<boolean>;
  /** After the last byte. */
  isRight(): Promise<boolean>;
}

/** A media type that documents may have. */
export interface DocumentType {
  readonly mediaType: string;
  readonly extension: string;
  readonly examine: () => Examination;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
const SEQUENCE_TAG = 0x30;
const PEM = '-----BEGIN ';
/** Enough for every format's mark; in office formats also for the first of their many parts. */
const HEAD_BYTES = 262_144;

const types: readonly DocumentType[] = [
  ...(
    [
      ['application/pdf', 'pdf'],
      ['image/png', 'png'],
      ['image/jpeg', 'jpg'],
      [`${OPEN}.text`, 'odt'],
      [`${OPEN}.spreadsheet`, 'ods'],
      [`${OFFICE}.wordprocessingml.document`, 'docx'],
      [`${OFFICE}.spreadsheetml.sheet`, 'xlsx'],
    ] as const
  ).map(([mediaType, extension]) => ({
    mediaType,
    extension,
    examine: () => new ByHead(HEAD_BYTES, (head) => isMarked(head, mediaType)),
  })),
  text('application/xml', 'xml', /^</),
  text('text/xml', 'xml', /^</),
  text('application/json', 'json', /^["\d[{tfn-]/),
  text('text/plain', 'txt', null),
  {
    mediaType: 'application/pkcs7-mime',
    extension: 'p7m',
    examine: () => new ByHead(PEM.length, isContainer),
  },
];

function text(mediaType: string, extension: string, opening: RegExp | null): DocumentType {
  return { mediaType, extension, examine: () => new AsText(opening) };
}

/** The type that a Content-Type header declares, or null for one that documents cannot have. */
export function declaredType(header: string | undefined): DocumentType | null {
  const [mediaType = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (charset !== undefined && !/^charset="?(utf-8|us-ascii)"?$/.test(charset)) return null;
  return types.find((type) => type.mediaType === mediaType.trim()) ?? null;
}

/** What may be declared, for whoever declared something else. */
export const allowedTypes = types.map(({ mediaType }) => mediaType).join(', ');

/** UTF-8 without NUL, whose first letter that is no space is one that the type begins with. */
class AsText implements Examination {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isOpen: boolean;

  constructor(private readonly opening: RegExp | null) {
    this.#isOpen = opening === null;
  }

  take(chunk: Uint8Array): Promise<boolean> {
    return Promise.resolve(!chunk.includes(0) && this.#decodes(chunk));
  }

  isRight(): Promise<boolean> {
    return Promise.resolve(this.#decodes() && this.#isOpen);
  }

  #decodes(chunk?: Uint8Array): boolean {
    try {
      const letters = this.#decoder.decode(chunk, { stream: chunk !== undefined }).trimStart();
      if (this.#isOpen || letters === '') return true;
      this.#isOpen = this.opening?.test(letters) ?? true;
      return this.#isOpen;
    } catch {
      return false;
    }
  }
}

/** Formats that are known by how they begin; no more than that is held in memory. */
class ByHead implements Examination {
  #head: Uint8Array[] = [];
  #missing: number;

  constructor(
    bytes: number,
    private readonly test: (head: Buffer) => boolean | Promise<boolean>,
  ) {
    this.#missing = bytes;
  }

  async take(chunk: Uint8Array): Promise<boolean> {
    if (this.#missing <= 0) return true;
    this.#head.push(chunk.subarray(0, this.#missing));
    this.#missing -= chunk.byteLength;
    return this.#missing > 0 || this.#verdict();
  }

  async isRight(): Promise<boolean> {
    return this.#missing <= 0 || this.#verdict();
  }

  async #verdict(): Promise<boolean> {
    const head = Buffer.concat(this.#head);
    this.#head = [];
    return this.test(head);
  }
}

async function isMarked(head: Buffer, mediaType: string): Promise<boolean> {
  return (await fileTypeFromBuffer(head))?.mime === mediaType;
}

/** A CMS container (P7M): ASN.1, which begins with the tag of a SEQUENCE, or the same as PEM. */
function isContainer(head: Buffer): boolean {
  return head[0] === SEQUENCE_TAG || head.toString() === PEM;
}
