import { Injectable } from '@nestjs/common';

export const handled = Injectable;
