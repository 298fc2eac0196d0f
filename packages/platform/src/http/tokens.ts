import { type Actor, Refusal } from '@xibu/domain';
import { errors, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

const issuer = 'xibu';
const algorithm = 'EdDSA';

/** Reads the short-lived tokens that the programme service signs and the gateway hands on. */
export class Tokens {
  private readonly key: ReturnType<typeof importJWK>;

  /** @param publicKey Ed25519 JWK as JSON */
  constructor(publicKey: string) {
    this.key = importJWK(JSON.parse(publicKey) as JWK, algorithm);
  }

  /** The actor that a token names. Refuses one that is expired, forged, or not ours. */
  async read(token: string): Promise<Actor> {
    try {
      const { payload } = await jwtVerify(token, await this.key, { issuer, algorithms: [algorithm] });
      return payload['actor'] as Actor;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new Refusal('session.expired');
      throw error;
    }
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
