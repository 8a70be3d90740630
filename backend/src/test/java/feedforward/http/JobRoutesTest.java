package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.PlaneData;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wire.ModelFormat;
import feedforward.wire.RunSpecJson;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRoutesTest {
    private static final RunSpec TINY = TinyDigits.run();
    private static final RunSpec CURVE = Recipe.CURVE_TANH.spec();
    private static final RunSpec ENDLESS = CURVE.withEpochs(1_000_000);

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void jobTrainsAndLearns() {
        HttpResponse<String> posted = post(TINY);

        assertThat(posted.statusCode()).isEqualTo(201);
        String job = posted.headers().firstValue("Location").orElseThrow();
        assertThat(job).isEqualTo("/api/v1/jobs/" + TestServer.json(posted).getString("id", ""));
        JsonObject snapshot = server.await(job, "finished");
        assertThat(snapshot.getInt("step", 0)).isEqualTo(120);
        int last = snapshot.get("evaluations").asArray().size() - 1;
        JsonObject end = snapshot.get("evaluations").asArray().get(last).asObject();
        assertThat(end.getDouble("accuracy", 0)).isEqualTo(1);
        assertThat(RunSpecJson.read(TestServer.json(posted).get("spec").toString()))
                .isEqualTo(TINY);
    }

    @Test
    void weightsAreThoseOfTheSameRunElsewhere() {
        RunSpec spec = CURVE.withEpochs(300);
        Run here = Run.start(spec, Curve.dataset(), new HeapDevice());
        while (!here.finished()) {
            here.advance();
        }

        String job = server.submit(spec);
        JsonObject snapshot = server.await(job, "finished");

        String sha256 = here.network().sha256();
        assertThat(snapshot.getString("weightsSha256", "")).isEqualTo(sha256);
        SavedModel saved =
                SavedModel.parse(server.bytes(job + "/weights.safetensors").body());
        assertThat(saved.sha256()).isEqualTo(sha256);
        assertThat(saved.run()).contains(spec);
    }

    @Test
    void pointsOfThePlaneTrainToTheWeightsOfTheSameRunElsewhere() {
        Dataset spiral = PlaneData.parse("spiral(noise=10,points=500,seed=1)").dataset();
        RunSpec spec = onPoints(spiral.name(), spiral.sha256());
        Run here = Run.start(spec, spiral, new HeapDevice());
        while (!here.finished()) {
            here.advance();
        }

        JsonObject snapshot = server.await(server.submit(spec), "finished");

        assertThat(snapshot.getString("weightsSha256", ""))
                .isEqualTo(here.network().sha256());
    }

    @Test
    void weightsAreNamedAfterTheRecipeOrTheHash() {
        String job = server.submit(TINY);
        server.await(job, "finished");

        HttpResponse<byte[]> response = server.bytes(job + "/weights.safetensors");

        String sha256 = SavedModel.parse(response.body()).sha256();
        assertThat(response.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"model-" + sha256.substring(0, 8) + ".safetensors\"");
        assertThat(response.headers().firstValue("etag")).contains("\"" + sha256 + "\"");
    }

    @Test
    void finishedJobIsThereInEveryFormat() {
        String job = server.submit(TINY);
        server.await(job, "finished");
        SavedModel saved =
                SavedModel.parse(server.bytes(job + "/weights.safetensors").body());

        for (ModelFormat format : ModelFormat.values()) {
            HttpResponse<byte[]> response = server.bytes(job + "/" + format.fileName());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(format.write(saved));
            assertThat(response.headers().firstValue("content-disposition"))
                    .contains("attachment; filename=\"" + saved.title() + "." + format.id() + "\"");
        }
    }

    @Test
    void downloadThatIsKnownIsNotSentAgain() {
        String job = server.submit(TINY);
        server.await(job, "finished");
        String tag =
                server.bytes(job + "/model.onnx").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again =
                server.send(server.request(job + "/model.onnx").header("If-None-Match", tag), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.bytes(job + "/model.zip").headers().firstValue("etag"))
                .isPresent()
                .isNotEqualTo(Optional.of(tag));
    }

    @Test
    void oldWeightsMakeRoomForNewOnes() throws IOException {
        String first = server.submit(TINY);
        server.await(first, "finished");
        int bytes = server.bytes(first + "/weights.safetensors").body().length;
        long most = TestServer.LIMITS.jobs().weightsBytes();
        String last = first;
        for (int seed = 2; seed <= most / bytes + 1; seed++) {
            assertThat(server.get(first + "/weights.safetensors").statusCode()).isEqualTo(200);
            last = server.submit(TINY.withSeed(seed));
            server.await(last, "finished");
        }

        HttpResponse<String> response = server.get(first + "/weights.safetensors");

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(TestServer.error(response))
                .endsWith("expected weights but they made room for newer jobs'; train it again, to the same weights");
        assertThat(server.get(last + "/weights.safetensors").statusCode()).isEqualTo(200);
        assertThat(bytesOnDisk()).isBetween(most - bytes, most);
    }

    @Test
    void weightsGoWithTheirServer() throws IOException {
        String job = server.submit(TINY);
        server.await(job, "finished");
        server.close();
        assertThat(bytesOnDisk()).isPositive();

        try (TestServer next = TestServer.start(folder)) {
            assertThat(next.get(job + "/weights.safetensors").statusCode()).isEqualTo(404);
            assertThat(bytesOnDisk()).isZero();
        }
    }

    @Test
    void weightsOfARunningJobAreAConflict() {
        String job = server.submit(ENDLESS);
        server.await(job, "running");

        HttpResponse<String> response = server.get(job + "/weights.safetensors");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(TestServer.error(response))
                .endsWith("expected to be finished but was running; only finished jobs have weights to download");
    }

    @Test
    void runningAndWaitingJobsCanBeCancelled() {
        String running = server.submit(ENDLESS);
        String waiting = server.submit(TINY);
        server.await(running, "running");

        assertThat(stateIn(server.delete(waiting))).isEqualTo("cancelled");
        assertThat(stateIn(server.delete(running))).isEqualTo("cancelled");
        assertThat(stateIn(server.delete(running))).isEqualTo("cancelled");

        String next = server.submit(TINY);
        server.await(next, "finished");
        assertThat(stateIn(server.delete(next))).isEqualTo("finished");
    }

    @Test
    void listHasTheNewestFirst() {
        String first = server.submit(TINY);
        String second = server.submit(TINY.withSeed(2));

        JsonObject list = TestServer.json(server.get("/api/v1/jobs"));

        assertThat(list.get("jobs").asArray().values().stream()
                        .map(job -> "/api/v1/jobs/" + job.asObject().getString("id", "")))
                .containsExactly(second, first);
    }

    @Test
    void queueIsBounded() {
        String running = server.submit(ENDLESS);
        server.await(running, "running");
        server.submit(TINY);
        server.submit(TINY);

        HttpResponse<String> response = post(TINY);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(TestServer.error(response))
                .isEqualTo("Jobs: expected fewer than 2 waiting; try again when some have finished, or cancel one");
    }

    @Test
    void divergenceIsTheJobsMessage() {
        RunSpec wild = new RunSpec(
                CURVE.data(),
                new NetworkSpec(Shape.of(1), List.of(new DenseSpec(1, Activation.LINEAR))),
                CURVE.loss(),
                new SgdSpec(10),
                40,
                1000,
                1);

        JsonObject snapshot = server.await(server.submit(wild), "failed");

        assertThat(snapshot.getString("message", ""))
                .contains("expected a finite loss")
                .endsWith("try a smaller learning rate");
    }

    @Test
    void unknownJobIsAnError() {
        HttpResponse<String> response = server.get("/api/v1/jobs/0123456789abcdef");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestServer.error(response))
                .isEqualTo("Job: expected one that /api/v1/jobs lists but was \"0123456789abcdef\"");
    }

    @Test
    void whatIsNoRunIsRefusedWithTheReason() {
        refused("{", 400, "RunSpec at 1:2");
        refused("{}", 400, "RunSpec");
        refused(RunSpecJson.write(TINY).set("seed", -1), 400, "RunSpec seed: expected a whole number in [0");
        refused(RunSpecJson.write(TINY).set("extra", 1), 400, "was also given \"extra\"");
    }

    @Test
    void runThatCannotStartIsRefusedWithTheReason() {
        refused(
                withData(new DataSpec("letters", TINY.data().sha256(), 0)),
                422,
                "RunSpec data: expected one of [mnist, curve, pangrams], or points such as"
                        + " \"spiral(noise=10,points=500,seed=1)\", but was \"letters\"");
        refused(
                RunSpecJson.write(onPoints("spiral(noise=99,points=500,seed=1)", "0".repeat(64))),
                422,
                "Data set noise: expected a whole number in [0, 50] but was 99");
        refused(
                withData(new DataSpec("mnist", "0".repeat(64), 0)),
                422,
                "RunSpec data: expected \"mnist\" with SHA-256 0000");
        refused(withData(new DataSpec("mnist", TINY.data().sha256(), 60)), 422, "RunSpec holdOut: expected");
        refused(withInput(784), 422, "Network input: expected [16], as data set \"mnist\" has, but was [784]");
    }

    @Test
    void runThatNeedsTooMuchMemoryIsRefused() {
        NetworkSpec wide = new NetworkSpec(
                Shape.of(16),
                List.of(
                        new DenseSpec(65_536, Activation.RELU),
                        new DenseSpec(10, Activation.LINEAR),
                        new SoftmaxSpec()));
        RunSpec spec = new RunSpec(TINY.data(), wide, TINY.loss(), TINY.optimiser(), 60, 1, 1);

        refused(
                RunSpecJson.write(spec),
                422,
                "RunSpec: expected a run of at most 20 MB but batches of 60 with this network need about");
    }

    @Test
    void bodyIsBounded() {
        refused(" ".repeat(20_001), 413, "Body: expected at most 20,000 bytes but was longer");
    }

    private long bytesOnDisk() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder.resolve("jobs"))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private JsonObject withData(DataSpec data) {
        return RunSpecJson.write(new RunSpec(
                data, TINY.network(), TINY.loss(), TINY.optimiser(), TINY.batchSize(), TINY.epochs(), TINY.seed()));
    }

    private JsonObject withInput(int pixels) {
        NetworkSpec network = new NetworkSpec(Shape.of(pixels), TINY.network().layers());
        return RunSpecJson.write(new RunSpec(TINY.data(), network, TINY.loss(), TINY.optimiser(), 10, 1, 1));
    }

    private static RunSpec onPoints(String name, String sha256) {
        NetworkSpec network = new NetworkSpec(
                Shape.of(2),
                List.of(new DenseSpec(8, Activation.TANH), new DenseSpec(2, Activation.LINEAR), new SoftmaxSpec()));
        return new RunSpec(
                new DataSpec(name, sha256, 0), network, LossKind.CROSS_ENTROPY, new SgdSpec(0.03f), 10, 2, 1);
    }

    private HttpResponse<String> post(RunSpec spec) {
        return server.post("/api/v1/jobs", RunSpecJson.write(spec).toString());
    }

    private void refused(JsonObject body, int status, String message) {
        refused(body.toString(), status, message);
    }

    private void refused(String body, int status, String message) {
        HttpResponse<String> response = server.post("/api/v1/jobs", body);
        assertThat(TestServer.error(response)).contains(message);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private static String stateIn(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return TestServer.json(response).get("snapshot").asObject().getString("state", "");
    }
}
