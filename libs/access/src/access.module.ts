import { Module } from '@nestjs/common';
import { InstanceResolver } from './instance.resolver.js';
import { People } from './people.js';
import { PeopleResolver } from './people.resolver.js';

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({ providers: [InstanceResolver, People, PeopleResolver], exports: [People] })
export class AccessModule {}
