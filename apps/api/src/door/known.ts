import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The tag of an answer: the same bytes have the same one. */
export function tagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('hex')}"`;
}

/** Whether who asks holds the answer of this tag: then it is 304 (RFC 9110, 13.1.2). */
export function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  return known.some((tag) => tag === '*' || tag.replace(/^W\//u, '') === etag);
}
