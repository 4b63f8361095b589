import { HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAnsweredByConsole } from '../console.js';
import { isOfForm, methodsOf, refuseForm } from './refused-forms.js';

const logger = new Logger('http');
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;
const DEFECT = 500;

/**
 * Words what no route has worded: a request that is refused by its form alone, or a defect, of
 * which the client gets the id of the request and nothing else.
 */
export function answerUnworded(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  if (status === NOT_FOUND) refuseAddressOf(request, reply);
  else refuseForm(request, reply, status);
  if (!isOfForm(status)) logger.error({ requestId: request.id, error });
}

/** There is nothing, or there is something that takes other methods (RFC 9110 15.5.6). */
function refuseAddressOf(request: FastifyRequest, reply: FastifyReply): void {
  const methods = methodsOf(request.raw, (route) => request.server.hasRoute(route));
  if (methods.length === 0 && isAnsweredByConsole(request, reply)) return;
  if (methods.length > 0) void reply.header('allow', methods.join(', '));
  refuseForm(request, reply, methods.length > 0 ? METHOD_NOT_ALLOWED : NOT_FOUND);
}

/** That which the framework gives its errors; what has none is a defect. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : DEFECT;
}
