import { Module } from '@nestjs/common';
import { InstanceResolver } from './instance.resolver.js';
import { People } from './people.js';
import { PeopleResolver } from './people.resolver.js';
import { SessionsResolver } from './session/sessions.resolver.js';

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({
  providers: [InstanceResolver, People, PeopleResolver, SessionsResolver],
  exports: [People],
})
export class AccessModule {}
