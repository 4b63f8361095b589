import { CommandIndex } from '@tavolo/command';
import type { Earlier } from '@tavolo/command';
import type { Position, Uuid } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { ReadModel } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';

/** First answers of commands, as far as the local read model has read. */
@Injectable()
export class ReadModelCommandIndex extends CommandIndex {
  constructor(private readonly readModel: ReadModel) {
    super();
  }

  position(): Position {
    return this.readModel.now().position;
  }

  async find(person: PersonRef, commandId: Uuid): Promise<Earlier | null> {
    const found = await this.readModel.findCommand(person, commandId);
    return found && { ...found, result: found.result ?? {} };
  }
}
