package feedforward.http;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import feedforward.jobs.Job;
import feedforward.jobs.JobService;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import feedforward.wire.RunSnapshotJson;
import feedforward.wire.RunSpecJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;

/**
 * {@code /api/v1/jobs}: post a {@link RunSpec}, list, look at one, cancel it with DELETE, fetch what a finished one made as
 * {@link ModelDownloads}. A job is {@code {"id","spec":RunSpec,"snapshot":RunSnapshot}}.
 */
final class JobRoutes {
    private static final String ROOT = "/api/v1/jobs";
    private static final long CANCEL_MILLIS = 500;

    private final JobService jobs;
    private final JobEvents events;
    private final ModelDownloads downloads;
    private final int mostBytes;

    JobRoutes(JobService jobs, JobEvents events, ModelDownloads downloads, int mostBytes) {
        this.jobs = jobs;
        this.events = events;
        this.downloads = downloads;
        this.mostBytes = mostBytes;
    }

    void addTo(RoutesConfig routes) {
        routes.post(ROOT, this::submit);
        routes.get(ROOT, this::list);
        routes.get(ROOT + "/{id}", context -> Responses.json(context, describe(find(context))));
        routes.delete(ROOT + "/{id}", this::cancel);
        routes.get(ROOT + "/{id}/events", context -> events.stream(context, find(context)));
        downloads.addTo(routes, ROOT + "/{id}", this::weights);
    }

    private void submit(Context context) throws IOException {
        String body = Body.text(context, mostBytes);
        Job job = Body.valid(() -> jobs.submit(RunSpecJson.read(body)));
        context.status(201).header("Location", ROOT + "/" + job.id());
        Responses.json(context, describe(job));
    }

    private void list(Context context) {
        JsonArray list = new JsonArray();
        jobs.list().forEach(job -> list.add(describe(job)));
        Responses.json(context, Json.object().add("jobs", list));
    }

    /** Answers when the job has ended, or after half a second when a slice of it takes longer. */
    private void cancel(Context context) throws InterruptedException {
        Job job = find(context);
        jobs.cancel(job);
        job.awaitEnd(CANCEL_MILLIS);
        Responses.json(context, describe(job));
    }

    private byte[] weights(Context context) {
        Job job = find(context);
        if (job.snapshot().state() != RunState.FINISHED) {
            String state = RunSnapshotJson.write(job.snapshot()).getString("state", "");
            throw new ConflictResponse("Job " + job.id() + ": expected to be finished but was " + state
                    + "; only finished jobs have weights to download");
        }
        return jobs.weights(job)
                .orElseThrow(
                        () -> new GoneResponse(
                                "Job " + job.id()
                                        + ": expected weights but they made room for newer jobs'; train it again, to the same weights"));
    }

    private Job find(Context context) {
        String id = context.pathParam("id");
        return jobs.find(id)
                .orElseThrow(
                        () -> new NotFoundResponse("Job: expected one that " + ROOT + " lists but was \"" + id + "\""));
    }

    private static JsonObject describe(Job job) {
        return Json.object()
                .add("id", job.id())
                .add("spec", RunSpecJson.write(job.spec()))
                .add("snapshot", RunSnapshotJson.write(job.snapshot()));
    }
}
