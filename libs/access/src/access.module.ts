import { Module } from '@nestjs/common';
import { InstanceResolver } from './instance.resolver.js';
import { PeopleResolver } from './people.resolver.js';

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({ providers: [InstanceResolver, PeopleResolver] })
export class AccessModule {}
