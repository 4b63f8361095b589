const END_OF_DIRECTORY = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/** What a ZIP archive says that it holds, unpacked. */
export type Unpacked = Readonly<{ parts: number; bytes: number }>;

/** Reads the directory of an archive and unpacks nothing; null where it has none. */
export function unpackedOf(archive: Buffer): Unpacked | null {
  const end = endOf(archive);
  if (end < 0) return null;
  const parts = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let bytes = 0;
  for (let part = 0; part < parts; part += 1) {
    if (at + ENTRY_BYTES > archive.length || archive.readUInt32LE(at) !== ENTRY) return null;
    bytes += archive.readUInt32LE(at + 24);
    const [name, extra] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30)];
    at += ENTRY_BYTES + name + extra + archive.readUInt16LE(at + 32);
  }
  return { parts, bytes };
}

/** A comment may follow it, so it is looked for from the end; -1 where it is not there. */
function endOf(archive: Buffer): number {
  for (let at = archive.length - END_BYTES; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}
