package hallmetrics.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A stream of random numbers that is the same on every JVM: xoshiro256++ whose state is the SHA-256
 * of its name, and transformations in strict arithmetic only.
 */
final class RandomStream {
  private final long[] state = new long[4];

  /** The stream of this name. */
  RandomStream(String name) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < state.length; i++) {
      state[i] = digest.getLong();
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  long nextLong() {
    long result = Long.rotateLeft(state[0] + state[3], 23) + state[0];
    long shifted = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = Long.rotateLeft(state[3], 45);
    return result;
  }

  /** Uniform between 0 and 1, neither end included. */
  double nextUniform() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  /** Standard normal, by the polar method. */
  double nextNormal() {
    while (true) {
      double x = 2 * nextUniform() - 1;
      double y = 2 * nextUniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** Gamma of shape count + ½ and scale 1, by Marsaglia and Tsang. */
  double nextGamma(long count) {
    double boost = count == 0 ? nextUniform() : 1;
    double shape = count == 0 ? 1.5 : count + 0.5;
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = nextNormal();
      double t = 1 + c * x;
      if (t <= 0) {
        continue;
      }
      double v = t * t * t;
      double u = nextUniform();
      double square = x * x;
      if (u < 1 - 0.0331 * square * square
          || StrictMath.log(u) < square / 2 + d - d * v + d * StrictMath.log(v)) {
        return d * v * boost * boost;
      }
    }
  }
}
