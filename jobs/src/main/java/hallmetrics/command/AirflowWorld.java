package hallmetrics.command;

import hallmetrics.airflow.Pace;
import java.util.Map;

/** What the verbs of Airflow take from outside: the environment, and how time passes. */
record AirflowWorld(Map<String, String> environment, Pace pace) {

  static AirflowWorld ofTheMachine() {
    return new AirflowWorld(System.getenv(), Pace.ofTheMachine());
  }
}
