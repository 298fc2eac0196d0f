import { type Actor, Refusal } from '@xibu/domain';
import { errors, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

const issuer = 'xibu';
const algorithm = 'EdDSA';
const knownMax = 10_000;

interface Known {
  readonly actor: Actor;
  /** Seconds since 1970, as the token says it. */
  readonly endsAt: number;
}

/** Reads the short-lived tokens that the programme service signs and the gateway hands on. */
export class Tokens {
  private readonly key: ReturnType<typeof importJWK>;
  /** What was verified already: one token comes with every request of some minutes. */
  private readonly known = new Map<string, Known>();

  /** @param publicKey Ed25519 JWK as JSON */
  constructor(publicKey: string) {
    this.key = importJWK(JSON.parse(publicKey) as JWK, algorithm);
  }

  /** The actor that a token names. Refuses one that is expired, forged, or not ours. */
  async read(token: string): Promise<Actor> {
    const known = this.known.get(token);
    if (known && known.endsAt > Date.now() / 1000) return known.actor;
    this.known.delete(token);
    try {
      const { payload } = await jwtVerify(token, await this.key, { issuer, algorithms: [algorithm] });
      const actor = payload['actor'] as Actor;
      if (payload.exp !== undefined) this.keep(token, { actor, endsAt: payload.exp });
      return actor;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new Refusal('session.expired');
      throw error;
    }
  }

  /** The oldest goes when there are too many. */
  private keep(token: string, known: Known): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= knownMax && oldest) this.known.delete(oldest);
    this.known.set(token, known);
  }
}

/** Signs a token for an actor; used by the programme service, which knows the private key, and by tests. */
export async function signToken(actor: Actor, privateKey: string, secondsValid: number): Promise<string> {
  return new SignJWT({ actor })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setSubject(actor.account)
    .setIssuedAt()
    .setExpirationTime(`${secondsValid}s`)
    .sign(await importJWK(JSON.parse(privateKey) as JWK, algorithm));
}
