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

/** Bits by level; 0 where a value is missing. */
const table = (f: number, bits: readonly number[]): string =>
  `case l${f} ${bits.map((weight, level) => `when ${level} then ${weight.toFixed(9)}`).join(' ')} else 0 end`

const bits = (share: number, strangers: number): number => Math.log2(share / strangers)

/** What a field says of "one identity twice". */
function forSame(model: Model, f: number): string {
  const field = model.fields[f] as FieldModel
  const byLevel = table(
    f,
    field.same.map((share, level) => bits(share, field.strangers[level] ?? 1)),
  )
  if (field.perHolder === undefined || field.least === undefined) return byLevel
  const byValue = `log2(${field.same[0]} / greatest(${field.least}, h${f} * ${field.perHolder}))`
  const given = model.dependences.find((d) => d.of === f)
  const ceiling = given === undefined ? 0 : bits(field.same[0] ?? 1, given.strangers)
  const agreed = given === undefined ? byValue : `case when l${given.given} = 0 then least(${byValue}, ${ceiling}) else ${byValue} end`
  return `case when l${f} = 0 then ${agreed} else ${byLevel} end`
}

/** `same`, without the prior, and `operator`, null where no identifier is shared. */
export function weights(model: Model): string {
  const same = model.fields.map((_, f) => forSame(model, f)).join(' + ')
  const operators = model.fields.flatMap(({ operator }, f) => (operator === undefined ? [] : [{ f, ...operator }]))
  if (operators.length === 0) return `${same} as same, null::double as operator`
  const beside = operators.map(({ f, beside: adds }) => table(f, adds)).join(' + ')
  // The strongest shared identifier counts as what it is alone, the others as what they add.
  const gains = operators.map(({ f, alone, beside: adds }) => {
    const gain = alone.map((weight, level) => `when ${level} then ${(weight - (adds[level] ?? 0)).toFixed(9)}`)
    return `case l${f} ${gain.join(' ')} end`
  })
  return `${same} as same, ${beside} + greatest(${gains.join(', ')}) as operator`
}

/** Bits for the pair with the prior: `odds`, on which a link is decided, and `with_names`, where everything counts. */
export function odds(model: Model): string {
  const same = `(${model.prior} + same)`
  if (model.rests === 'everything') return `${same} as odds, ${same} as with_names`
  const both = `greatest(${same}, operator) + log2(1 + pow(2, -abs(${same} - operator)))`
  return `coalesce(operator, -100) as odds, case when operator is null then ${same} else ${both} end as with_names`
}
