import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { currentRequest } from '../request-context.js';
import { quickShapeOf } from './quick-shape.js';

/** One field that has not the shape asked for. */
export interface ShapeError {
  /** JSON pointer into the body, or the name of a query parameter as `/limit`. */
  readonly pointer: string;
  readonly detail: string;
}

/** The first wall: the request has not the shape that the route asks for; every field is named at once. */
export class ShapeRefusal extends Refusal {
  constructor(readonly errors: readonly ShapeError[]) {
    super('request.malformed', { what: errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('；') });
  }
}

/** class-validator's own names of rules, in the two languages. */
const said: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  isString: ['应为文字', 'must be text'],
  isInt: ['应为整数', 'must be a whole number'],
  isNumber: ['应为数字', 'must be a number'],
  isBoolean: ['应为是或否', 'must be true or false'],
  isArray: ['应为列表', 'must be a list'],
  isIn: ['不是可选的值', 'is not one of the allowed values'],
  isEnum: ['不是可选的值', 'is not one of the allowed values'],
  isUuid: ['不是有效的编号', 'is not an id'],
  isEmail: ['不是有效的电子邮箱', 'is not an e-mail address'],
  isNotEmpty: ['不能为空', 'must not be empty'],
  isDefined: ['必须填写', 'is required'],
  isObject: ['应为对象', 'must be an object'],
  minLength: ['过短', 'is too short'],
  maxLength: ['过长', 'is too long'],
  isLength: ['长度不符合要求', 'has not the right length'],
  min: ['过小', 'is too small'],
  max: ['过大', 'is too large'],
  matches: ['格式不正确', 'has not the right form'],
  arrayMinSize: ['项目过少', 'has too few items'],
  arrayMaxSize: ['项目过多', 'has too many items'],
  arrayUnique: ['有重复项目', 'has an item twice'],
  whitelistValidation: ['不是已知的字段', 'is not a known field'],
  isISO8601: ['不是有效的时间', 'is not a date or time'],
  isDateString: ['不是有效的时间', 'is not a date or time'],
  equals: ['必须勾选', 'must be accepted'],
};

/** Checks bodies and queries against their DTO; unknown fields are refused, so that nothing is silently dropped. */
export function shapePipe(): ValidationPipe {
  return new ShapePipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new ShapeRefusal(flatten(errors, '')),
  });
}

/** Lets pass by itself what is plainly right; whatever may be wrong is looked at, and said, by the pipe of Nest. */
class ShapePipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (metatype && type !== 'custom' && isPlain(value)) {
      const isRight = quickShapeOf(metatype as new () => object);
      const made = isRight ? plainToInstance(metatype as new () => object, value) : null;
      if (made && isRight?.(made as Readonly<Record<string, unknown>>)) return made;
    }
    return super.transform(value, metadata);
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function flatten(errors: readonly ValidationError[], path: string): ShapeError[] {
  const column = currentRequest()?.language === 'en' ? 1 : 0;
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${path}/${property}`;
    const here = Object.entries(constraints).map(([rule, message]) => ({
      pointer,
      detail: said[rule]?.[column] ?? message,
    }));
    return [...here, ...flatten(children, pointer)];
  });
}
