import { describe, expect, test } from '@jest/globals';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { ListQuery } from './lists.js';
import { quickShapeOf } from './quick-shape.js';
import { ShapeRefusal, shapePipe } from './shape.js';

class Person {
  @IsString()
  @MaxLength(4)
  readonly name: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(150)
  readonly age?: number;

  @IsArray()
  @ArrayMaxSize(2)
  @IsIn(['a', 'b'], { each: true })
  readonly marks: string[];

  @ValidateIf(({ name }: Person) => name === 'x')
  @IsBoolean()
  readonly told?: boolean;

  @Matches(/^\d+$/)
  readonly digits: string = '0';
}

class Child extends Person {
  @IsInt()
  readonly of: number;
}

class Nested {
  @ValidateNested()
  @Type(() => Person)
  readonly person: Person;
}

const right = { name: 'abc', marks: ['a'] };

describe('what is plainly right is known without class-validator, and nothing else is', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['all that is asked for', right],
    ['one that may be absent, present', { ...right, age: 20 }],
    ['null for one that may be absent', { ...right, age: null }],
    ['a field that is missing', { name: 'abc' }],
    ['a field that is wrong', { ...right, name: 'too long' }],
    ['a number that is none', { ...right, age: '20' }],
    ['a list with one wrong item', { ...right, marks: ['a', 'c'] }],
    ['no list', { ...right, marks: 'a' }],
    ['a list that is too long', { ...right, marks: ['a', 'b', 'a'] }],
    ['a condition that does not hold', { ...right, told: 'no matter' }],
    ['a condition that holds, kept', { ...right, name: 'x', told: true }],
    ['a condition that holds, broken', { ...right, name: 'x', told: 1 }],
    ['a field that nobody knows', { ...right, other: 1 }],
    ['a default that is overwritten', { ...right, digits: 'x' }],
  ];

  test.each(cases)('%s', (_what, body) => {
    const made = plainToInstance(Person, body);
    const errors = validateSync(made, { whitelist: true, forbidNonWhitelisted: true });
    expect(quickShapeOf(Person)?.(made as unknown as Record<string, unknown>)).toBe(errors.length === 0);
  });
});

test('a class brings the rules of the one that it extends', () => {
  const isRight = quickShapeOf(Child);
  expect(isRight?.(plainToInstance(Child, { ...right, of: 1 }) as unknown as Record<string, unknown>)).toBe(true);
  expect(isRight?.(plainToInstance(Child, { ...right, name: 1, of: 1 }) as unknown as Record<string, unknown>)).toBe(
    false,
  );
});

test('nested objects and classes without rules are left to class-validator', () => {
  expect(quickShapeOf(Nested)).toBeNull();
  expect(quickShapeOf(Object)).toBeNull();
});

describe('the pipe', () => {
  const pipe = shapePipe();

  test('makes an instance with its defaults, and numbers of what came as text', async () => {
    const page = (await pipe.transform({ limit: '20' }, { type: 'query', metatype: ListQuery })) as ListQuery;
    expect(page).toBeInstanceOf(ListQuery);
    expect(page.limit).toBe(20);
    const usual = (await pipe.transform({}, { type: 'query', metatype: ListQuery })) as ListQuery;
    expect(usual.limit).toBe(50);
  });

  test('names every field that is wrong', async () => {
    const asked = pipe.transform({ name: 1, marks: 'a', other: 1 }, { type: 'body', metatype: Person });
    const refusal = await asked.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ShapeRefusal);
    const pointers = (refusal as ShapeRefusal).errors.map(({ pointer }) => pointer);
    expect([...new Set(pointers)].sort()).toEqual(['/marks', '/name', '/other']);
  });

  test('refuses a list, a text and nothing where a body is asked for', async () => {
    for (const body of [[right], 'text', null, undefined]) {
      await expect(pipe.transform(body, { type: 'body', metatype: Person })).rejects.toThrow();
    }
  });

  test('looks into what is nested', async () => {
    const asked = pipe.transform({ person: { ...right, name: 1 } }, { type: 'body', metatype: Nested });
    await expect(asked).rejects.toBeInstanceOf(ShapeRefusal);
  });
});
