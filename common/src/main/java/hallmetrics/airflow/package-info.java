/**
 * Airflow as the night knows it: a typed client of its REST API (3.2.2 and newer), and on top of it
 * how a night is triggered once, watched and backfilled. Called by the command line; no Spark, no
 * terminal. Clock, randomness and waiting are given in, secrets never leave {@link
 * hallmetrics.airflow.Secret}.
 */
@NullMarked
package hallmetrics.airflow;

import org.jspecify.annotations.NullMarked;
