import type { ColumnKind } from '../src/compute/record-linkage/columns.ts'
import { HOLDER_GROUPS, LEVELS, NAMES_EXCHANGED } from '../src/compute/record-linkage/levels.ts'
import type { FieldModel, Model } from '../src/compute/record-linkage/model.ts'
import { MISSING, IDENTIFIER_KINDS } from '../src/compute/record-linkage/columns.ts'

/**
 * The comparisons and weights of a model as DuckDB SQL, over a row with columns `a0, b0, h0, a1, …`: the two values of each field and
 * how many records hold the left one. Names are single words here, as the generated accounts have them.
 */

/**
 * Level of field `f`; a field of names may still be exchanged with another one (`exchanged`). Where links rest on identifiers, those
 * are compared for equality alone.
 */
export function levelOf(model: Model, f: number): string {
  const kind = model.fields[f]?.kind ?? 'exact'
  const [a, b] = [`a${f}`, `b${f}`]
  const alone = model.rests === 'identifiers' && IDENTIFIER_KINDS.has(kind)
  const unequal = alone ? `else ${LEVELS[kind].words.length - 1}` : below(kind, a, b)
  return `case when ${a} is null or ${b} is null then ${MISSING} when ${a} = ${b} then ${equalLevel(kind, f)} ${unequal} end`
}

function equalLevel(kind: ColumnKind, f: number): string {
  if (LEVELS[kind].equal === 1) return '0'
  return `case ${HOLDER_GROUPS.map((most, group) => `when h${f} <= ${most} then ${group}`).join(' ')} else ${HOLDER_GROUPS.length} end`
}

function below(kind: ColumnKind, a: string, b: string): string {
  const { equal } = LEVELS[kind]
  const part = (from: number, length: number): string => `substr(${a}, ${from}, ${length}) = substr(${b}, ${from}, ${length})`
  switch (kind) {
    case 'name':
      return `when jaro_winkler_similarity(${a}, ${b}) >= 0.92 then 3 when (length(${a}) = 1 or length(${b}) = 1) and ${part(1, 1)} then 4 when jaro_winkler_similarity(${a}, ${b}) >= 0.8 then 5 else 6`
    case 'email':
      return `when split_part(${a}, '@', 1) = split_part(${b}, '@', 1) then ${equal} when damerau_levenshtein(${a}, ${b}) <= 2 or jaro_winkler_similarity(${a}, ${b}) >= 0.95 then ${equal + 1} else ${equal + 2}`
    case 'phone':
    case 'account':
      return `when length(${a}) >= 6 and length(${b}) >= 6 and abs(length(${a}) - length(${b})) <= 1 and damerau_levenshtein(${a}, ${b}) <= 1 then ${equal} else ${equal + 1}`
    case 'date': {
      const crossed = `${part(1, 4)} and substr(${a}, 6, 2) = substr(${b}, 9, 2) and substr(${a}, 9, 2) = substr(${b}, 6, 2)`
      const equalParts = [part(1, 4), part(6, 2), part(9, 2)].map((test) => `(${test})::int`).join(' + ')
      return `when ${crossed} then 2 when damerau_levenshtein(${a}, ${b}) <= 1 then 1 when ${equalParts} >= 2 then 3 when ${part(1, 4)} then 4 else 5`
    }
    case 'wallet':
    case 'device':
    case 'ip':
    case 'exact':
      return `else ${equal}`
    default:
      throw new Error(`No SQL for columns of kind "${kind}"`)
  }
}

/** The levels `l0, l1, …` once more, with names that were written in each other's place. */
export function exchanged(fields: readonly FieldModel[]): string {
  const names = fields.flatMap((field, f) => (field.kind === 'name' ? [f] : []))
  const partner = (f: number): string[] =>
    names.filter((g) => g !== f).map((g) => `l${g} between ${NAMES_EXCHANGED + 1} and ${MISSING - 1} and a${f} = b${g} and a${g} = b${f}`)
  return fields
    .map((_, f) =>
      names.includes(f) && names.length > 1
        ? `case when l${f} between ${NAMES_EXCHANGED + 1} and ${MISSING - 1} and (${partner(f).join(' or ')}) then ${NAMES_EXCHANGED} else l${f} end as l${f}`
        : `l${f}`,
    )
    .join(', ')
}

const bits = (share: number, strangers: number): string => Math.log2(share / strangers).toFixed(9)

function table(field: FieldModel, shares: readonly number[], f: number): string {
  return `case l${f} ${shares.map((share, level) => `when ${level} then ${bits(share, field.strangers[level] ?? 1)}`).join(' ')} else 0 end`
}

/** Bits of a field for "one identity twice". */
function forSame(model: Model, f: number): string {
  const field = model.fields[f] as FieldModel
  if (field.perHolder === undefined || field.least === undefined) return table(field, field.same, f)
  const byValue = `log2(${field.same[0]} / greatest(${field.least}, h${f} * ${field.perHolder}))`
  const given = model.dependences.find((d) => d.of === f)
  const agreed =
    given === undefined
      ? byValue
      : `case when l${given.given} = 0 then least(${byValue}, ${bits(field.same[0] ?? 1, given.strangers)}) else ${byValue} end`
  return `case when l${f} = 0 then ${agreed} else ${table(field, field.same, f)} end`
}

/** `same`, `by_identifiers` and `operator` in bits without the prior; `operator` is null where no identifier is shared. */
export function weights(model: Model): string {
  const fields = model.fields.map((_, f) => f)
  const identifiers = fields.filter((f) => IDENTIFIER_KINDS.has(model.fields[f]?.kind ?? 'exact'))
  const sum = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join(' + '))
  const operator = identifiers.map((f) => table(model.fields[f] as FieldModel, model.fields[f]?.operator ?? [], f))
  const shares = identifiers.map((f) => `l${f} < ${LEVELS[model.fields[f]?.kind ?? 'exact'].equal}`).join(' or ')
  return `${sum(fields.map((f) => forSame(model, f)))} as same, ${sum(identifiers.map((f) => forSame(model, f)))} as by_identifiers, case when ${shares} then ${sum(operator)} end as operator`
}

/** Bits for the pair with the prior: `odds`, on which a link is decided, and `with_names`, where everything counts. */
export function odds(model: Model): string {
  const both = (same: string): string =>
    `case when operator is null then ${same} else greatest(${same}, ${model.prior.operator} + operator) + log2(1 + pow(2, -abs(${same} - ${model.prior.operator} - operator))) end`
  const everything = both(`(${model.prior.same} + same)`)
  const identifiers = both(`(${model.prior.same} + case when operator is null then least(0, by_identifiers) else by_identifiers end)`)
  return `${model.rests === 'everything' ? everything : identifiers} as odds, ${everything} as with_names`
}
