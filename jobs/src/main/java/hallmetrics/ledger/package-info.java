/**
 * The store: Apache Iceberg tables of everything that was said ({@code ledger.*}) and of the nights
 * that let it in ({@code night.*}). One append to {@code night.runs} is the decision of a night;
 * readers are pinned to the newest decided run and so see whole nights only.
 *
 * <p>Classes that mention Spark ({@link hallmetrics.ledger.Store}, {@link
 * hallmetrics.ledger.Night}, {@link hallmetrics.ledger.View}, {@link
 * hallmetrics.ledger.LatestVersions}, {@link hallmetrics.ledger.Tombstones}) are kept apart from
 * those that must work without a session ({@link hallmetrics.ledger.StoreReader}, {@link
 * hallmetrics.ledger.RunLock}). Every job may call; nothing else touches the warehouse.
 */
@NullMarked
package hallmetrics.ledger;

import org.jspecify.annotations.NullMarked;
