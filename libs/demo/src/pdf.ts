/**
 * A PDF of one page with a few lines of plain Latin text: what the demo uploads as acts, minutes
 * and signed files. Invented like everything it says.
 */
export function pdfOf(...lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ');
  const content = `BT /F1 11 Tf 14 TL 56 780 Td ${shown} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
  ];
  return Buffer.from(assembled(objects), 'latin1');
}

/** Every object with its place in the file, which the table at the end names. */
function assembled(objects: readonly string[]): string {
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
  return body + table + trailer;
}

/** Latin-1 only, so that a character is a byte and the places are right. */
function escaped(line: string): string {
  const latin = line
    .replaceAll('’', "'")
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/[^\x20-\xff]/g, '?');
  return latin.replaceAll(/[\\()]/g, (character) => `\\${character}`);
}
